"""Two hundred people who answer at once, and the process that hears them, to be killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from subprocess import Popen

from sqlalchemy import select

from bot.core.conversation.flow import Frame
from bot.core.model.effects import StartPlan, UpdatePerson
from bot.core.model.inputs import Account
from bot.storage.database import Database
from bot.storage.engine.keys import Secrets
from bot.storage.journal import journal
from tests.catalogue import compose
from tests.conftest import KEY
from tests.program import Program
from tests.world import library

PROMPT = library().prompts[0].slug


def words(person: int) -> str:
    """What only this person answers."""
    return f"the very own words of {person}"


async def prepare(url: str, people: Iterable[int]) -> None:
    """Everybody is through onboarding, and was just asked to reflect."""
    now, plan = datetime.now(UTC), library().plans["phone-leaves-bed"]
    database = Database(url, Secrets([KEY]))
    await database.start()
    async with database.write() as transaction:
        for person in people:
            known = await transaction.people.create(Account("telegram", str(person)), "en", now)
            begin = StartPlan(plan.slug, plan.version, plan.start, now.date())
            for command in (UpdatePerson({"onboarded": True}), begin):
                await transaction.effects.apply(known, command, now)
            frame = Frame("reflect", "answer", {"prompt": PROMPT, "at": now.timestamp()}, now.date())
            await transaction.conversations.save({known: (frame,)})
    await database.close()


async def kept(url: str) -> Counter[str]:
    """The words that are in journals now, each with how often."""
    database = Database(url, Secrets([KEY]))
    await database.start()
    async with database.read() as transaction:
        found = Counter((await transaction.connection.execute(select(journal.c.text))).scalars())
    await database.close()
    return found


@contextmanager
def running(folder: Path, url: str, api_url: str, token: str) -> Iterator[Popen[str]]:
    """`scrollwise run` in a process of its own."""
    settings = {
        "TELEGRAM_TOKEN": token,
        "TELEGRAM_API_URL": api_url,
        "TELEGRAM_PER_SECOND": "300",
        "TELEGRAM_PER_CHAT": "100",
        "DATABASE_URL": url.replace("+aiosqlite", ""),
        "SECRET_KEYS": KEY,
        "TICK_SECONDS": "3600",
        "CONTENT_DIR": str(compose(folder / "content")),
    }
    with Program(folder, settings).start("-m", "bot", "run") as process:
        yield process
