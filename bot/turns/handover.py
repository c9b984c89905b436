"""The files with everything that is stored of a person, with the words of the catalogue."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.content.wording import Wording
from bot.core.model.library import Library, Plan
from bot.core.model.messages import Document, Reply, Text
from bot.core.model.snapshot import Snapshot
from bot.core.plans import views
from bot.core.progress.steps import step_at, step_words
from bot.storage.database import Transaction
from bot.storage.export import KEPT, UNREADABLE
from bot.storage.plans import phrase_of

LARGEST = 8_000_000  # bytes of one file: platforms take ten million and more
Files = tuple[tuple[Document, ...], bool]  # and whether anything had to be left out


async def files(transaction: Transaction, snapshot: Snapshot, wording: Wording) -> Files:
    """Everything that is stored of a person, in as few files as it takes."""
    library = snapshot.library
    everything = await transaction.exports.of_person(snapshot.person.id, snapshot.account)
    for part in (everything, everything.get(KEPT, {})):
        in_words(part.get("plans") or (), library, wording, snapshot.person.language)
    written = await asyncio.to_thread(parts, everything, LARGEST)
    name, many = f"scrollwise-{snapshot.today.isoformat()}", len(written)
    ends = [f"-{n}-of-{many}" if many > 1 else "" for n in range(1, many + 1)]
    found = (Document(f"{name}{end}.json", file) for end, file in zip(ends, written, strict=True))
    return tuple(found), UNREADABLE in everything


def replies(told: Sequence[Reply], handed: Files) -> tuple[Reply, ...]:
    """The replies with the files: the first in the place of the empty one, the others right after it."""
    documents, partly = handed
    found: list[Reply] = []
    for reply in told:
        if reply.document is None:
            found.append(reply)
            continue
        many = len(documents)
        key = "privacy-exported-partly" if partly else reply.key
        found.append(replace(reply, key=key, document=documents[0]))
        if many > 1:
            found[-1] = replace(found[-1], document=None)
            numbered = enumerate(documents, 1)
            found += (Reply("privacy-part", {"number": n, "of": many}, document=d) for n, d in numbered)
    return tuple(found)


def parts(everything: dict[str, Any], largest: int) -> tuple[bytes, ...]:
    """JSON files of at most `largest` bytes (as long as no single row is larger), each of which says which
    part of how many it is; one alone says nothing of parts."""
    whole = _json(everything)
    if len(whole) <= largest:
        return (whole,)
    found, room = [dict[str, Any]()], 0
    for path, value in _pieces(everything):
        size = len(_json({"part": "000 of 000", "in": {"list": [{path[-1]: value}]}}))
        if room < size:
            found.append({})
            room = largest
        room -= size
        _put(found[-1], path, value)
    some = [one for one in found if one]
    return tuple(_json({"part": f"{n} of {len(some)}"} | one) for n, one in enumerate(some, 1))


Path = tuple[str, ...]


def _pieces(tree: dict[str, Any], above: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The rows of all lists, and all other values, each with the names that lead there."""
    for name, value in tree.items():
        path = (*above, name)
        if name == KEPT:
            yield from _pieces(value, path)
        elif isinstance(value, list) and value:
            yield from ((path, [row]) for row in value)
        else:
            yield path, value


def _put(tree: dict[str, Any], path: Path, value: Any) -> None:
    for name in path[:-1]:
        tree = tree.setdefault(name, {})
    if isinstance(value, list):
        tree.setdefault(path[-1], []).extend(value)
    else:
        tree[path[-1]] = value


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")


def in_words(plans: Iterable[dict[str, Any]], library: Library, wording: Wording, language: str) -> None:
    """Add the words of the catalogue to the plans of an export: their name, their step, both halves of the
    if–then. A slug that the catalogue no longer has stays as it is stored."""
    for stored in plans:
        plan = library.plans.get(stored["slug"])
        for half in ("cue", "action"):
            if (words := phrase_of(stored[half])) and (text := views.half_text(plan, words)):
                stored[half] = {**stored[half], "words": wording.plain(text, language)}
        if plan is not None:
            texts = {"name": plan.text("name"), "step_in_words": _step(plan, stored["step"])}
            stored |= {name: wording.plain(text, language) for name, text in texts.items()}


def _step(plan: Plan, number: int) -> Text:
    return step_words(plan.slug, step_at(plan, number))
