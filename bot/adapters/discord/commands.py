"""The slash commands as Discord registers them: for servers and for people, named in every language."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import AppCommandContext, AppInstallationType, Choice, locale_str

from bot.adapters.discord.answers import payload
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.handlers import DiscordHandlers
from bot.content.wording import Wording
from bot.core.coach import COACH
from bot.core.conversation.flow import Command
from bot.core.model.messages import Text

MAX_DESCRIPTION_LENGTH = 100
Callback = Callable[..., Coroutine[Any, Any, None]]


class Tree(app_commands.CommandTree[Any]):
    """All commands. The core answers those that this release does not have (any more)."""

    def __init__(
        self,
        client: discord.Client,
        handlers: DiscordHandlers,
        wording: Wording,
        commands: Iterable[Command] = COACH.commands,
    ) -> None:
        super().__init__(
            client,
            allowed_installs=AppInstallationType(guild=True, user=True),
            allowed_contexts=AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        self._handlers, self._wording = handlers, wording
        for command in commands:
            self.add_command(self._registered(command))

    def _registered(self, command: Command) -> app_commands.Command[Any, ..., Any]:
        """The command as Discord registers it. An argument's words are `discord-option-<argument>` and
        `-about`; where the command has choices, Discord asks for completions."""
        registered: app_commands.Command[Any, ..., Any] = app_commands.Command(
            name=self._words(command.name, f"discord-name-{command.name}"),
            description=self._text(f"command-{command.name}"),
            callback=self._with_argument(command) if command.argument else self._plain(command.name),
        )
        return _managing(registered) if command.managers_only else registered

    def _plain(self, name: str) -> Callback:
        async def callback(interaction: discord.Interaction[Any]) -> None:
            await self._handlers.command(interaction, name)

        return callback

    def _with_argument(self, command: Command) -> Callback:
        async def callback(interaction: discord.Interaction[Any], argument: str = "") -> None:
            await self._handlers.command(interaction, command.name, argument)

        key = f"discord-option-{command.argument}"
        callback = app_commands.rename(argument=self._words(command.argument, key))(callback)
        callback = app_commands.describe(argument=self._text(f"{key}-about"))(callback)
        if command.choices:
            callback = app_commands.autocomplete(argument=self._completion(command.name))(callback)
        return callback

    def _completion(self, name: str) -> Callable[..., Coroutine[Any, Any, list[Choice[str]]]]:
        async def complete(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
            found = await self._handlers.complete(interaction, name, typed)
            return [Choice(name=label, value=value) for label, value in found]

        return complete

    def _words(self, words: str, key: str) -> locale_str:
        """A name, and the key of its translations."""
        return locale_str(words, key=key)

    def _text(self, key: str) -> locale_str:
        return locale_str(
            self._wording.plain(Text(key), self._wording.default)[:MAX_DESCRIPTION_LENGTH], key=key
        )

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            if interaction.type is discord.InteractionType.application_command:
                await self._handlers.command(interaction, str(payload(interaction).get("name", "")))
            return
        await super().on_error(interaction, error)


def _managing(command: app_commands.Command[Any, ..., Any]) -> app_commands.Command[Any, ..., Any]:
    """Restrict a command to people who may manage a server of which the bot is a member."""
    command.default_permissions = discord.Permissions(manage_guild=True)
    command.allowed_installs = AppInstallationType(guild=True, user=False)
    command.allowed_contexts = AppCommandContext(guild=True, dm_channel=False, private_channel=False)
    return command


class Translator(app_commands.Translator):
    """Translates names and descriptions: Discord's locale "es-419" has the texts of "es"."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    async def translate(self, string: locale_str, locale: discord.Locale, context: Any) -> str | None:
        key, language = string.extras.get("key"), self.language(locale.value)
        return self._wording.plain(Text(key), language)[:MAX_DESCRIPTION_LENGTH] if key and language else None

    def language(self, locale: str) -> str:
        """The catalogue's language for a locale; "" if it has none."""
        base = locale.partition("-")[0]
        return next((code for code in (locale, base) if code in self._wording.languages), "")
