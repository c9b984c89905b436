"""What is written for those who run the bot or work on it names only what there is."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.config.settings import PREFIX, Settings
from bot.storage.engine import migrate
from tests.program import ROOT

PAGES = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")))
SETTINGS = {PREFIX + name.upper() for name in Settings.model_fields}
EXAMPLE = (ROOT / ".env.example").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
TESTED = {name for path in (ROOT / "tests").rglob("*.py") for name in (path.stem, *re.findall(
    r"def (test_\w+)", path.read_text("utf-8")))}  # fmt: skip
FOLDERS = ("bot", "content", "docs", "migrations", "tests", ".ci", ".github")


def words(page: Path) -> str:
    return page.read_text("utf-8")


def coded(page: Path) -> list[str]:
    """What a page sets in code within its lines."""
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", words(page))


def anchors(page: Path) -> set[str]:
    """The headings of a page, as links name them."""
    heads = re.findall(r"^#+ (.+)$", words(page), re.M)
    return {re.sub(r"[^\w -]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for link in re.findall(r"\]\(([^)\s]+)\)", words(page)):
            if not re.match(r"[a-z]+:", link):
                yield page, link


def test_the_readme_is_short() -> None:
    assert len(words(ROOT / "README.md").splitlines()) <= 200


def test_every_link_leads_somewhere() -> None:
    found = list(links())
    broken = []
    for page, link in found:
        name, _, anchor = link.partition("#")
        there = (page.parent / name).resolve() if name else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            broken.append(f"{page.name}: {link}")
    assert broken == []
    assert len(found) > 40


def test_every_page_is_reached_from_the_readme() -> None:
    reached, ahead = set(), {ROOT / "README.md"}
    while ahead:
        page = ahead.pop()
        reached.add(page)
        ahead |= {(p.parent / link.partition("#")[0]).resolve() for p, link in links() if p == page} - reached
        ahead = {p for p in ahead if p.suffix == ".md"}
    assert set(PAGES) <= reached


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_files_and_tests_that_there_are(page: Path) -> None:
    named = [
        code
        for code in coded(page)
        if re.fullmatch(rf"({'|'.join(map(re.escape, FOLDERS))})/[\w./*-]+", code)
    ]
    named = [name for name in named if "000N" not in name]
    assert [name for name in named if not any(ROOT.glob(name.rstrip("/")))] == []
    assert set(re.findall(r"\btest_\w*\w\b", words(page))) - {"test_"} <= TESTED


def test_contributing_names_every_make_target_and_no_other() -> None:
    named = {code.split()[1] for code in coded(ROOT / "CONTRIBUTING.md") if code.startswith("make ")}
    assert named == TARGETS
    run = re.compile(r"(?:`|^ {4})make ([a-z ]+?)(?:`| {2}|$)", re.M)
    everywhere = {target for page in PAGES for code in run.findall(words(page)) for target in code.split()}
    assert everywhere <= TARGETS


def test_make_help_names_every_target() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^  make (\w+)", shown, re.M)) == TARGETS


def test_the_example_names_the_settings_that_there_are() -> None:
    named = re.findall(r"^# (\w+)=", EXAMPLE, re.M)
    assert sorted(named) == sorted(SETTINGS)
    assert not re.search(r"^\w", EXAMPLE, re.M)  # copied as it is, it changes nothing


def test_the_example_s_values_are_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    for name, value in re.findall(r"^# (\w+)=(.+)$", EXAMPLE, re.M):
        monkeypatch.setenv(name, value)
    chosen = Settings(_env_file=None)  # type: ignore[call-arg]
    shown = re.compile("per_second|per_chat|api_url|tick_seconds|log_level|log_format|health_host")
    for field, about in Settings.model_fields.items():
        if shown.search(field):
            assert getattr(chosen, field) == about.default


def test_hosting_tells_of_every_setting() -> None:
    assert {code for code in coded(ROOT / "docs" / "hosting.md") if code in SETTINGS} == SETTINGS
    assert {name for page in PAGES for name in re.findall(rf"{PREFIX}\w*[A-Z]", words(page))} <= SETTINGS | {
        f"{PREFIX}{name}" for name in ("ROLE", "WRITE_TRANSCRIPTS")
    }


def test_hooks_and_the_hosted_checks_run_what_there_is() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    used = {hook["entry"].split()[0] for hook in hooks}
    assert {name for name in used if not (Path(sys.executable).parent / Path(name).name).exists()} == set()
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))["jobs"]
    steps = [step.get("run") for job in jobs.values() for step in job["steps"]]
    assert ".ci/run" in steps
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def near(path: str) -> list[str]:
    spec = importlib.util.spec_from_file_location("near", ROOT / ".ci" / "near.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: list[str] = module.targets([path])
    return found


def test_quick_finds_tests_for_every_file() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = [name for name in tracked.stdout.split() if not name.startswith("tests/judge/")]
    assert [name for name in files if not near(name)] == []
    assert near("tests/core/typed/test_dates.py") == ["tests/core/typed/test_dates.py"]
    assert "tests/adapters/telegram" in near("bot/adapters/telegram/http.py")


def alembic(*arguments: str, database: Path) -> str:
    known = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    done = subprocess.run(
        [sys.executable, "-m", "alembic", *arguments], cwd=ROOT, capture_output=True, text=True,
        env=known | {"SCROLLWISE_DATABASE_URL": f"sqlite:///{database}"}, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


async def test_alembic_works_on_the_database_of_the_settings(tmp_path: Path) -> None:
    assert "cannot be opened" in alembic("current", database=tmp_path / "none.db")
    from sqlalchemy import make_url

    from bot.storage.engine.connections import make_file

    database = tmp_path / "some.db"
    url = make_url(f"sqlite+aiosqlite:///{database}")
    make_file(url)
    assert "(head)" not in alembic("current", database=database)
    alembic("upgrade", "head", database=database)
    assert (await migrate.state(url)).version == migrate.newest()
    assert f"{migrate.newest()} (head)" in alembic("current", database=database)
    assert "No new upgrade operations detected" in alembic("check", database=database)
