"""The contents of the catalogue's YAML files: plans, prompts and sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from bot.content.nodes import Doc, Fields, slug_fault
from bot.content.problems import Problems
from bot.core.model.journal import NOTE, OBSTACLE
from bot.core.model.library import (
    About,
    Daypart,
    Itch,
    Measure,
    Plan,
    Prompt,
    Source,
    Step,
    StepKind,
    Track,
)

THEMES = ("general", "lapse", "good-week", *Track, *Itch)
OWN_THEMES = tuple(Itch)  # a catalogue may do without prompts of these
TECHNIQUES = (
    "self-monitoring",
    "graded-task",
    "cue-removal",
    "environment",
    "substitution",
    "pause",
    "prompt",
    "restructuring",
    "social-support",
)
OWN_PLAN = "own"  # the slug of plans that people write themselves

_PLAN = ("version", "order", "tracks", "start", "source", "cues", "actions", "steps")
_PLAN_MORE = ("fits",)
_STEP = ("slug", "days", "measure", "technique", "source")
_GOALS = ("less", "at_most", "at_least")
_RHYTHM = ("kind", "times", "about")


def read_sources(path: Path, problems: Problems) -> dict[str, Source]:
    """sources.yaml: slug → title and, where it is certain, url."""
    doc = Doc(path, problems)
    found = {}
    for key, value in doc.pairs(doc.root, "the sources"):
        slug = doc.slug(key, "a source")
        fields = Fields(doc, value, f"the source '{slug}'", ("title",), ("url",))
        url = fields.text("url")
        if (node := fields.node("url")) and not re.fullmatch(r"https://[^\s<>\"]+", url):
            doc.bad(node, f"'url' is '{url}'; it must begin with https://")
        found[slug] = Source(slug, fields.text("title"), url)
    return found


def read_plans(folder: Path, sources: Mapping[str, Source], problems: Problems) -> dict[str, Plan]:
    """plans/<slug>.yaml, in the order that the files ask for."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        problems.add(folder, 1, 1, "there is no plan")
    read = [_plan(Doc(path, problems), path.stem, sources) for path in paths]
    return {plan.slug: plan for _, plan in sorted(read, key=lambda pair: (pair[0], pair[1].slug))}


def _plan(doc: Doc, slug: str, sources: Mapping[str, Source]) -> tuple[int, Plan]:
    fields = doc.fields("the plan", _PLAN, _PLAN_MORE)
    fault = "taken by the plans that people write" if slug == OWN_PLAN else slug_fault(slug)
    if doc.root and fault:
        doc.bad(doc.root, f"the plan's file name is '{slug}'; {fault}")
    nodes = fields.items("steps")
    steps = tuple(_step(doc, node, sources) for node in nodes)
    _unique(doc, nodes, [step.slug for step in steps], "the step")
    plan = Plan(
        slug=slug,
        version=fields.whole("version", 1, 999),
        tracks=_tracks(doc, fields),
        start=fields.whole("start", 0, max(len(steps) - 1, 0)),
        cues=fields.whole("cues", 1, 4),
        actions=fields.whole("actions", 1, 4),
        source=_source(fields, sources),
        steps=steps,
        fits=_fits(doc, fields),
    )
    return fields.whole("order", 1, 999), plan


def _tracks(doc: Doc, fields: Fields) -> tuple[Track, ...]:
    nodes = fields.items("tracks")
    names = [doc.one_of(node, "a track", Track) for node in nodes]
    _unique(doc, nodes, names, "the track")
    return tuple(Track(name) for name in names if name)


def _fits(doc: Doc, fields: Fields) -> tuple[str, ...]:
    nodes = fields.items("fits") if "fits" in fields else []
    names = [doc.one_of(node, "what a plan fits", (*Itch, *Daypart)) for node in nodes]
    _unique(doc, nodes, names, "the fit")
    return tuple(name for name in names if name)


def _step(doc: Doc, node: yaml.Node, sources: Mapping[str, Source]) -> Step:
    fields = Fields(doc, node, "the step", _STEP, (*_GOALS, *_RHYTHM))
    measure = Measure(fields.one_of("measure", Measure) or Measure.DONE)
    goals = [goal for goal in _GOALS if goal in fields]
    if len(goals) > 1:
        doc.bad(node, f"only one of {', '.join(goals)} can be the step's goal")
    for goal in goals:
        fit = (Measure.MINUTES,) if goal == "less" else (Measure.MINUTES, Measure.COUNT)
        if "measure" in fields and measure not in fit:
            doc.bad(fields.node(goal) or node, f"'{goal}' needs 'measure' to be {' or '.join(fit)}")
    amounts = {goal: fields.whole(goal, 0 if goal == "at_most" else 1, 24 * 60) for goal in goals}
    step = Step(
        slug=fields.slug("slug"),
        days=fields.whole("days", 1, 60),
        measure=measure,
        technique=fields.one_of("technique", TECHNIQUES),
        source=_source(fields, sources),
        less=amounts.get("less"),
        at_most=amounts.get("at_most"),
        at_least=amounts.get("at_least"),
    )
    return _with_rhythm(step, doc, node, fields)


def _with_rhythm(step: Step, doc: Doc, node: yaml.Node, fields: Fields) -> Step:
    """The step, with how often it is done and which time its answer speaks of."""
    kind = StepKind(fields.one_of("kind", StepKind) or "daily") if "kind" in fields else StepKind.DAILY
    if ("times" in fields) != (kind is StepKind.TIMES):
        doc.bad(fields.node("times") or node, f"'times' goes with 'kind: {StepKind.TIMES}', and only with it")
    about = About(fields.one_of("about", About) or "day") if "about" in fields else About.DAY
    if about is About.NIGHT and kind is not StepKind.DAILY:
        doc.bad(fields.node("about") or node, "a step about the night has to be a daily one")
    times = fields.whole("times", 1, 6) if "times" in fields else 0
    return replace(step, kind=kind, times=times, about=about)


def _source(fields: Fields, sources: Mapping[str, Source]) -> str:
    slug = fields.text("source")
    if slug and slug not in sources and (node := fields.node("source")):
        fields.doc.bad(node, f"'source' is '{slug}', which is not in sources.yaml")
    return slug


def _unique(doc: Doc, nodes: list[yaml.Node], names: list[str], what: str) -> None:
    for at, name in enumerate(names):
        if name and name in names[:at]:
            doc.bad(nodes[at], f"{what} '{name}' is there twice")


def read_prompts(path: Path, problems: Problems) -> tuple[Prompt, ...]:
    """prompts.yaml: theme → slugs of prompts."""
    doc = Doc(path, problems)
    wanted = tuple(theme for theme in THEMES if theme not in OWN_THEMES)
    fields = doc.fields("the prompts", wanted, OWN_THEMES)
    nodes = [(theme, node) for theme in THEMES if theme in fields for node in fields.items(theme)]
    prompts = tuple(Prompt(doc.slug(node, "a prompt"), str(theme)) for theme, node in nodes)
    _unique(doc, [node for _, node in nodes], [p.slug for p in prompts], "the prompt")
    for (_, node), prompt in zip(nodes, prompts, strict=True):
        if prompt.slug in (NOTE, OBSTACLE):
            doc.bad(node, f"a prompt is '{prompt.slug}'; that name is taken by the journal's own lines")
    return prompts
