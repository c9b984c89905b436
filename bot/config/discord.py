"""Discord's section of the settings, and how its values must look."""

from __future__ import annotations

import re
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, SecretStr

from bot.config.fields import Rate, Section, SocketAddress, WebAddress


class Shards(NamedTuple):
    """The shards that this process connects (`mine`), of `all`."""

    mine: range
    all: int


def shards(value: str) -> Shards | None:
    """ "0-3/16": the shards 0 to 3 of 16; "" for all that Discord recommends."""
    if not value:
        return None
    found = re.fullmatch(r"(\d{1,5})(?:-(\d{1,5}))?/(\d{1,5})", value)
    if found is None:
        raise ValueError("must be like 0-3/16: which shards, of how many")
    first, last, count = int(found[1]), int(found[2] or found[1]), int(found[3])
    if not first <= last < count:
        raise ValueError("must be like 0-3/16: shards count from 0, and there are fewer than that")
    return Shards(range(first, last + 1), count)


class DiscordSection(Section):
    """`discord_per_second`: messages a second, of all processes together. `discord_shards` None: all that
    Discord recommends."""

    discord_token: SecretStr | None = None
    discord_api_url: WebAddress = "https://discord.com/api/v10"
    discord_gateway_url: SocketAddress | None = None
    discord_shards: Annotated[Shards | None, BeforeValidator(shards)] = None
    discord_per_second: Rate = 20
