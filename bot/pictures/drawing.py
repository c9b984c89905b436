"""The chart of a message becomes a picture when the message is sent, or else its alt text.

Only adapters call this: a picture takes 10 ms and more, and a turn or a batch of nudges must not hold its
transaction open that long. Drawn pictures are cached by the content of the chart.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

import structlog
from cachetools import LRUCache

from bot.content.rendered import DrawnPicture, Message, ShownChart, with_alt_text
from bot.pictures import png, svg

log = structlog.get_logger("bot.pictures.drawing")

MAX_CACHED_PICTURES = 256  # about 8 kB each
MAX_SECONDS = 10.0  # for one picture, with its wait for others and for the process to start


class Painter:
    """Draws charts in one process of its own, which starts with the first picture.

    `render`: SVG → PNG, a function of a module, which that process imports.
    """

    def __init__(self, render: Callable[[str], bytes] = png.render) -> None:
        self._render = render
        self._drawn: LRUCache[ShownChart, bytes] = LRUCache(MAX_CACHED_PICTURES)
        self._pool: ProcessPoolExecutor | None = None

    async def drawn(self, message: Message) -> Message:
        """The message with its chart as a PNG file. A chart that cannot be drawn becomes words. Messages
        without a chart are returned as they are."""
        chart = message.picture
        if not isinstance(chart, ShownChart):
            return message
        try:
            return replace(message, picture=DrawnPicture(await self._png(chart), chart.alt))
        except Exception as error:  # the person gets the words, for any reason
            log.error("a picture could not be drawn", error=type(error).__name__)  # its data are personal
            return with_alt_text(message)

    async def _png(self, chart: ShownChart) -> bytes:
        if (known := self._drawn.get(chart)) is None:
            async with asyncio.timeout(MAX_SECONDS):
                known = await self._rendered(svg.draw(chart))
            self._drawn[chart] = known
        return known

    async def _rendered(self, document: str) -> bytes:
        """Raises what `render` does, and BrokenProcessPool if the process died; the next picture starts
        another one then."""
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=png.begin)
        pool = self._pool
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, self._render, document)
        except BrokenProcessPool:
            if self._pool is pool:
                self._pool = None
            raise


painter = Painter()  # of this process; all platforms share its cache
