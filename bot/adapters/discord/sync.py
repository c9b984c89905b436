"""Registers the slash commands, but only if they changed since the digest in the data folder was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import aiohttp
import discord
import structlog
from discord.app_commands import CommandTree, Translator

log = structlog.get_logger("bot.adapters.discord.sync")


async def sync(tree: CommandTree[Any], translator: Translator, file: Path) -> Mapping[str, int]:
    """Register the tree's commands, if necessary, and return name → id of each.

    Empty if Discord does not accept them; the commands registered before keep working.
    """
    payload = [await c.get_translated_payload(tree, translator) for c in tree.get_commands()]
    described = json.dumps([tree.client.application_id, payload], sort_keys=True)
    digest = hashlib.sha256(described.encode()).hexdigest()
    if known := _read(file, digest):
        return known
    try:
        registered = await tree.sync()
    except (discord.DiscordException, OSError, aiohttp.ClientError) as error:
        log.error("commands not registered", error=type(error).__name__)
        return {}
    log.info("commands registered", number=len(registered))
    ids = {command.name: command.id for command in registered}
    _write(file, digest, ids)
    return ids


def _read(file: Path, digest: str) -> Mapping[str, int]:
    try:
        stored = json.loads(file.read_text())
        return {str(k): int(v) for k, v in stored["ids"].items()} if stored["digest"] == digest else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _write(file: Path, digest: str, ids: Mapping[str, int]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"digest": digest, "ids": ids}))
    except OSError as error:
        log.warning("registered commands not stored", error=type(error).__name__)
