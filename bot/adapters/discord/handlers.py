"""One handler for each kind of event: commands, presses, modals, direct messages, autocompletion."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence

import discord
import structlog

from bot.adapters.discord import change_destination, community_settings, forms
from bot.adapters.discord.answers import InteractionAnswer, payload
from bot.adapters.discord.api_errors import CONNECTION_ERRORS
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.custom_ids import FORM, PRESS
from bot.adapters.discord.events import PLATFORM, Event, account_of, site_of
from bot.adapters.discord.render import DiscordMessage
from bot.adapters.discord.sender import send_all
from bot.adapters.discord.turns import DiscordTurns
from bot.adapters.kit.labels import typed_button
from bot.content.rendered import ShownButton
from bot.core.model.inputs import Account, ButtonPress, FormSubmission, Input, SlashCommand, TypedText
from bot.delivery.ports import Blocked, TryLater, Unknown
from bot.storage.engine.errors import DatabaseError
from bot.turns.reactions import Reaction

log = structlog.get_logger("bot.adapters.discord.handlers")

FORM_LOOKUP_SECONDS = 2.0  # Discord allows three for the whole first answer
FORM_COMMANDS = frozenset({"checkin"})  # commands that can be answered by a form
COMMAND_FORM_LOOKUP_SECONDS = 1.2  # shorter: an acknowledgement must still fit after it
DRAIN_SECONDS = 5.0  # for answers in progress when the bot leaves
MAX_COMPLETIONS, MAX_COMPLETION_LENGTH = 25, 100


class DiscordHandlers:
    """Handles every event of one bot. Keeps no state that a restart would have to restore."""

    def __init__(self, turns: DiscordTurns) -> None:
        self.turns = turns
        self._in_progress: set[asyncio.Task[object]] = set()
        self._newest_message: dict[int, int] = {}  # person → their newest message, until it is answered

    @property
    def busy(self) -> bool:
        """Whether answers are in progress."""
        return bool(self._in_progress)

    async def finish(self, seconds: float = DRAIN_SECONDS) -> None:
        """Wait for the answers in progress."""
        if self._in_progress:
            await asyncio.wait(self._in_progress, timeout=seconds)

    def _track(self) -> None:
        """Count the current task among the answers in progress."""
        if task := asyncio.current_task():
            self._in_progress.add(task)
            task.add_done_callback(self._in_progress.discard)

    async def command(self, interaction: Interaction, name: str, argument: str = "") -> None:
        opened = name in FORM_COMMANDS and await self._opens_form(interaction, name, argument)
        if not opened:
            await self._answer(interaction, SlashCommand(name, argument))

    async def _opens_form(self, interaction: Interaction, name: str, argument: str) -> bool:
        """Answer a command by its form. A modal cannot follow an acknowledgement, so the form is looked up
        first; if that takes too long, the answer is a message with a button that opens it."""
        self._track()
        try:
            async with asyncio.timeout(COMMAND_FORM_LOOKUP_SECONDS):
                form = await self.turns.queries.form_of(account_of(interaction.user), name, argument)
        except (TimeoutError, DatabaseError):
            return False
        if form is None or not forms.fits(form):
            return False
        return await InteractionAnswer(interaction).open(forms.modal(form))

    async def press(self, interaction: Interaction, token: str) -> None:
        await self._answer(interaction, ButtonPress(token))

    async def submit(self, interaction: Interaction) -> None:
        """A modal was submitted. It may have been opened before the last restart: its custom_id names it."""
        data = payload(interaction)
        custom_id, values = str(data.get("custom_id", "")), forms.values(data.get("components") or ())
        said: Input = TypedText(values.get(forms.WORDS_FIELD, ""), tokens_of(interaction.message))
        if custom_id.startswith(FORM):
            said = FormSubmission(custom_id.removeprefix(FORM), values)
        await self._answer(interaction, said)

    async def _answer(self, interaction: Interaction, said: Input) -> None:
        """Acknowledge at once, then take the turn. If the acknowledgement comes too late, no turn is taken:
        Discord has shown a failure, and the person will repeat what they did."""
        self._track()
        answer = InteractionAnswer(interaction)
        if not await answer.acknowledge():
            return
        event = Event.of(interaction, said)
        event = await community_settings.with_channel_state(self.turns, interaction, event)
        given = await self.turns.turn(event)
        settles = given.settles
        if community_settings.concerns(said):
            settles = False  # the settings keep their selects
            given = await community_settings.with_selects(self.turns, interaction, given)
        await answer.give(
            given.messages, edits=given.edits, in_own_channel=given.in_own_channel, settles=settles
        )
        if given.lacks_destination and (confirmation := await self.turns.open_direct_message(event)):
            await answer.add(confirmation)

    async def open_form(self, interaction: Interaction, token: str) -> None:
        """Open a form. A modal can only be the first answer, so the form is looked up before it: a query, not
        a turn."""
        try:
            async with asyncio.timeout(FORM_LOOKUP_SECONDS):
                account, language = account_of(interaction.user), str(interaction.locale)
                form = await self.turns.queries.form(account, token, language, site_of(interaction))
        except (TimeoutError, DatabaseError):
            form = None
        if form is None or not forms.fits(form):
            await self.press(interaction, token)  # the answer explains what holds now
        else:
            question = "" if community_settings.concerns(ButtonPress(token)) else _question(interaction)
            await InteractionAnswer(interaction).open(forms.modal(form, question))

    async def open_words(self, interaction: Interaction, language: str) -> None:
        """Open a modal for free text, where the bot cannot read what is typed. Nothing is looked up."""
        label = self.turns.render.label
        modal = forms.words_modal(
            label("discord-words-title", language),
            label("discord-words-label", language),
            _question(interaction),
            language,
        )
        await InteractionAnswer(interaction).open(modal)

    async def choose_destination(self, interaction: Interaction, destination: str) -> None:
        self._track()
        answer = InteractionAnswer(interaction)
        if await answer.acknowledge():
            messages = await change_destination.change(self.turns, interaction, destination)
            await answer.give(messages, edits=True)

    async def complete(self, interaction: Interaction, command: str, typed: str) -> list[tuple[str, str]]:
        """The completions of a command's argument: labels and values."""
        account, language = account_of(interaction.user), str(interaction.locale)
        try:
            found = await self.turns.queries.choices(account, command, typed, language)
        except DatabaseError:
            return []
        unique = {forms.shortened(shown.label, MAX_COMPLETION_LENGTH): shown.token for shown in found}
        return list(unique.items())[:MAX_COMPLETIONS]

    async def typed(self, client: discord.Client, message: discord.Message) -> None:
        """Answer a direct message. An answer that is only a hint is dropped if the person has written again
        in the meantime."""
        self._track()
        self._newest_message[message.author.id] = message.id
        if message.content:
            event = Event(message.author, message.channel.id, True, self._said(message), str(message.id))
            given = await self.turns.turn(event)
        else:  # an image, a sticker, a voice message
            given = self.turns.apology("only-words", await self.turns.language(message.author))
        newest = self._newest_message.get(message.author.id, 0)
        if newest == message.id:
            del self._newest_message[message.author.id]
        if given.hint and newest > message.id:
            return
        await _send(client, message.channel.id, given.messages, str(message.id))

    def _said(self, message: discord.Message) -> Input:
        """Words, or the press of the button whose label they are: of the message that they reply to, else of
        the newest one."""
        to = _replied_to(message)
        if to is None:
            token = self.turns.offered.token(message.channel.id, message.content)
        else:
            button = typed_button(message.content, buttons_of(to))
            token = button.token if button else ""
        return ButtonPress(token) if token else TypedText(message.content, tokens_of(to))

    async def reacted(self, client: discord.Client, added: discord.RawReactionActionEvent) -> None:
        """Take the turn of the button that an emoji below a direct message stands for. Nothing is said where
        it stands for none."""
        self._track()

        async def tokens() -> tuple[str, ...] | None:
            return await _standing(client, added)

        account = Account(PLATFORM, str(added.user_id))
        reaction = Reaction(account, added.emoji.name, str(added.message_id), tokens)
        try:
            press = await self.turns.service.reactions.press(reaction)
            if press is None:
                return
            user = client.get_user(added.user_id) or await client.fetch_user(added.user_id)
        except (DatabaseError, discord.DiscordException, *CONNECTION_ERRORS) as error:
            log.warning("a reaction was not read", why=type(error).__name__)
            return
        key = f"r{secrets.token_hex(8)}"  # Discord gives reactions no id
        given = await self.turns.turn(Event(user, added.channel_id, True, press, key))
        await _send(client, added.channel_id, given.messages, key)


def _replied_to(message: discord.Message) -> discord.Message | None:
    """The bot's message that a person replies to, if Discord sends it along."""
    found = message.reference.resolved if message.reference else None
    return found if isinstance(found, discord.Message) and found.author.bot else None


async def _standing(client: discord.Client, added: discord.RawReactionActionEvent) -> tuple[str, ...]:
    """The tokens below the message of a reaction as it stands now. Raises discord.DiscordException and
    CONNECTION_ERRORS."""
    channel = client.get_partial_messageable(added.channel_id)
    return tokens_of(await channel.fetch_message(added.message_id)) or ()


async def _send(client: discord.Client, channel: int, messages: Sequence[DiscordMessage], key: str) -> None:
    try:
        await send_all(client, channel, messages, key)
    except (Blocked, TryLater, Unknown) as error:
        log.warning("an answer did not arrive", why=type(error).__name__)


def tokens_of(message: discord.Message | None) -> tuple[str, ...] | None:
    """The tokens of a message's answer buttons; None for no message."""
    return None if message is None else tuple(button.token for button in buttons_of(message))


def buttons_of(message: discord.Message) -> tuple[ShownButton, ...]:
    """The answer buttons of a message."""
    rows = (row.children for row in message.components if isinstance(row, discord.ActionRow))
    found = (b for row in rows for b in row if isinstance(b, discord.Button))
    return tuple(
        ShownButton(b.custom_id.removeprefix(PRESS), b.label or "")
        for b in found
        if b.custom_id and b.custom_id.startswith(PRESS)
    )


def _question(interaction: Interaction) -> str:
    """The text of the pressed message, which is repeated where the answer is written."""
    return interaction.message.content if interaction.message else ""
