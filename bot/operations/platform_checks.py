"""Checks of the platforms: whether they know the tokens, and whether their clocks agree."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC
from email.utils import parsedate_to_datetime

import httpx

from bot.config.clock import system_clock
from bot.config.settings import Settings
from bot.operations.finding import Finding, clock, ok, wrong

TIMEOUT_SECONDS = 5.0
MAX_CLOCK_DIFFERENCE_SECONDS = 10.0  # the Date header has whole seconds, and the answer travels


async def tokens(chosen: Settings) -> AsyncIterator[Finding]:
    """Asks each platform who the bot is; the only thing said about a token is whether it is known."""
    if not chosen.serves:
        yield ok("platforms", "no token is set; `scrollwise run` is the chat in this terminal")
    async with httpx.AsyncClient(timeout=TIMEOUT_SECONDS) as client:
        if token := chosen.telegram_token:
            url = f"{chosen.telegram_api_url}{token.get_secret_value()}/getMe"
            for finding in await _ask(client, "Telegram", url, {}):
                yield finding
        if token := chosen.discord_token:
            whoami = f"{chosen.discord_api_url.rstrip('/')}/users/@me"
            words = {"Authorization": f"Bot {token.get_secret_value()}"}
            for finding in await _ask(client, "Discord", whoami, words):
                yield finding


async def _ask(client: httpx.AsyncClient, name: str, url: str, headers: dict[str, str]) -> list[Finding]:
    try:
        answer = await client.get(url, headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:  # its words may hold the token
        return [
            wrong(name, f"cannot be reached ({type(error).__name__})", "see to the network, DNS and proxy")
        ]
    return [_known(name, answer), *_clock(name, answer)]


def _known(name: str, answer: httpx.Response) -> Finding:
    if answer.is_success:
        return ok(name, "the token is known" + _called(answer))
    if answer.status_code in (401, 403, 404):
        where = "@BotFather" if name == "Telegram" else "the Developer Portal"
        mend = f"get a new one from {where} and set SCROLLWISE_{name.upper()}_TOKEN"
        return wrong(name, "the token is not known", mend)
    return wrong(name, f"answers with {answer.status_code}", "try again in some minutes")


def _called(answer: httpx.Response) -> str:
    try:
        said = answer.json()
        who = said.get("result", said).get("username")
    except (ValueError, AttributeError):
        return ""
    return f" (@{who})" if isinstance(who, str) and who.isprintable() else ""


def _clock(name: str, answer: httpx.Response) -> list[Finding]:
    try:
        theirs = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return []
    return [clock(f"clock of {name}", theirs.astimezone(UTC), system_clock(), MAX_CLOCK_DIFFERENCE_SECONDS)]
