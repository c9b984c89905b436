"""`scrollwise doctor`: one line for each thing that the bot needs, and how to mend what is wrong."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

from bot.config import logs
from bot.config.settings import Settings, unknown_variables
from bot.operations import local_checks, platform_checks, zones
from bot.operations.finding import Finding, ok, wrong


def run(chosen: Settings) -> int:
    """Print what is found; 0 if all is well, 1 if anything is wrong. Nothing is changed, nothing is sent."""
    return asyncio.run(_run(chosen))


async def _run(chosen: Settings) -> int:
    hide, failed = logs.redactor(chosen.secrets()), False
    async with aclosing(look(chosen)) as findings:
        async for finding in findings:
            failed |= not finding.well
            print(hide(str(finding)), flush=True)
    return int(failed)


async def look(chosen: Settings) -> AsyncGenerator[Finding, None]:
    """Every finding, as it is made: what is near first, what takes a network last."""
    for finding in (
        _settings(),
        local_checks.folder(chosen),
        local_checks.content(chosen),
        zones.data(),
        zones.own(),
    ):
        yield finding
    key, secrets = local_checks.key(chosen)
    yield key
    async for finding in local_checks.database(chosen, secrets):
        yield finding
    async for finding in platform_checks.tokens(chosen):
        yield finding


def _settings() -> Finding:
    unknown = " ".join(unknown_variables())
    return wrong("settings", unknown, "rename or remove them") if unknown else ok("settings", "all are known")
