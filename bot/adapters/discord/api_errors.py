"""The errors of Discord's HTTP API, in the words of delivery."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import discord
import structlog

from bot.delivery.ports import Blocked, TryLater, Unknown

log = structlog.get_logger("bot.adapters.discord.api_errors")

CONNECTION_ERRORS = (OSError, aiohttp.ClientError, TimeoutError)
OPENING_TOO_FAST = 40003  # too many direct messages were opened
TEMPORARY_CODES = (
    OPENING_TOO_FAST,
    20016,
    40004,
    40062,
    130000,
)  # slow mode, sending off, limit, load
INVALID_MESSAGE_CODES = (40005, 50006, 50035, 50045)  # too large, empty, not valid: the message is at fault
FIRST_CODE_OF_DISCORD = 10_000  # lower ones are HTTP statuses, or none at all
REVOKED_TOKEN_RETRY_SECONDS = 3600.0
TEMPORARY_RETRY_SECONDS = 600.0


class InvalidMessage(Unknown):
    """Discord refused the message itself: a bug of this program, not a closed channel."""


def delivery_error(error: discord.HTTPException) -> Exception:
    """Blocked, TryLater or InvalidMessage, whichever a refusal means.

    Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes. Most are final, with any
    status: direct messages closed, no shared server, a channel that is deleted, closed to the bot or of
    another kind, a locked thread. TEMPORARY_CODES and INVALID_MESSAGE_CODES are the exceptions.
    """
    log.info("refused", status=error.status, code=error.code)
    if error.status == 401:
        return TryLater(REVOKED_TOKEN_RETRY_SECONDS)
    if error.status == 429 or error.code in TEMPORARY_CODES:
        return TryLater(TEMPORARY_RETRY_SECONDS)
    if error.status >= 500:
        return TryLater()
    is_final = error.code >= FIRST_CODE_OF_DISCORD and error.code not in INVALID_MESSAGE_CODES
    if error.status in (403, 404) or is_final:
        return Blocked()
    log.error("a message was not valid", status=error.status, code=error.code)
    return InvalidMessage()


@contextmanager
def as_delivery_errors() -> Iterator[None]:
    """Raise the errors of API calls that may be repeated as Blocked, TryLater or InvalidMessage."""
    try:
        yield
    except discord.RateLimited as limited:
        raise TryLater(limited.retry_after) from None
    except discord.HTTPException as error:
        raise delivery_error(error) from None
    except CONNECTION_ERRORS:
        raise TryLater from None
