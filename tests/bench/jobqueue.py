"""`run_daily` of the library's own JobQueue for so many people, as a process: prints a line once it is at
work."""

from __future__ import annotations

import asyncio
import sys
from datetime import time, timedelta
from typing import Any

from telegram.ext import Application, ContextTypes

from tests.botapi import TOKEN

DAY = 24 * 3600


async def _nothing(context: ContextTypes.DEFAULT_TYPE) -> None:
    """What a nudge does is not what is measured."""


async def main(base: str, people: int) -> None:
    built: Application[Any, Any, Any, Any, Any, Any] = (
        Application.builder().token(TOKEN).base_url(base).build()
    )
    for number in range(people):
        at = timedelta(seconds=number * 7919 % DAY)
        when = time(at.seconds // 3600, at.seconds // 60 % 60, at.seconds % 60)
        built.job_queue.run_daily(_nothing, when, chat_id=number)
    async with built:
        await built.start()
        print("ready", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
