"""Whole conversations as they are shown: said → answered, the state loaded anew at each turn.

A transcript is a text file: `> words` is typed (a number or a label presses), `@ 2026-11-24 20:00` moves the
clock (the person's wall time, Europe/Ljubljana) and shows what arrives by then, `# …` is a remark. The rest
is what the coach answers. In files that begin with `listening` typed lines are read by the shipped rules,
examples and model; in all others by the lexicon alone. `SCROLLWISE_WRITE_TRANSCRIPTS=1` writes the answers
anew, to be read as a diff.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.console.adapter import Console, account_of
from bot.adapters.console.render import Terminal, rendered
from tests.world import World

HERE = Path(__file__).parent
ZONE = "Europe/Ljubljana"
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FILES = sorted(HERE.glob("??/*.txt"))


class Script:
    """One transcript played against the coach."""

    def __init__(self, world: World, language: str, exports: Path) -> None:
        self.world = world
        self.console = Console(world, account_of("Ann"), exports, language, ZONE)

    async def play(self, text: str) -> str:
        out = [f"{line}\n" for line in text.splitlines() if line.startswith("#")]
        out += [self._shown(await self.console.start())]
        for line in (line for line in text.splitlines() if line[:2] in ("> ", "@ ") or line == ">"):
            out += [f"{line}\n", await (self._heard(line[2:]) if line[0] == ">" else self._later(line[2:]))]
        return "\n".join(out)

    async def _heard(self, line: str) -> str:
        return self._shown(await self.console.answer(line))

    async def _later(self, moment: str) -> str:
        until = datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
        before = len(self.world.post.arrived)
        await self.world.pass_time(until)
        return self._shown([await self.console.nudge(m) for _, _, m in self.world.post.arrived[before:]])

    def _shown(self, blocks: list) -> str:  # type: ignore[type-arg]
        shown = "\n\n".join(rendered(block, Terminal()) for block in blocks) + "\n"
        return re.sub(r"/\S*/(?=scrollwise-)", "…/", shown)


def test_there_are_as_many_in_each_language() -> None:
    names = {path.parent.name: set() for path in FILES}  # type: dict[str, set[str]]
    for path in FILES:
        names[path.parent.name].add(path.name)
    assert len(names) > 1
    assert len({frozenset(n) for n in names.values()}) == 1


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
async def test_transcript(path: Path, url: str, tmp_path: Path) -> None:
    text = path.read_text("utf-8")  # noqa: ASYNC240 -- nothing else runs meanwhile
    # (Not on PostgreSQL, where a connection takes as long as several turns.)
    reloads, listens = url.startswith("sqlite"), path.stem.startswith("listening")
    async with World.open(url, START, reloads=reloads, listens=listens) as world:
        script = Script(world, path.parent.name, tmp_path)
        played = await script.play(text)
    assert not script.console.failed
    if os.environ.get("SCROLLWISE_WRITE_TRANSCRIPTS"):
        path.write_text(played, "utf-8")  # noqa: ASYNC240
    assert played == text
