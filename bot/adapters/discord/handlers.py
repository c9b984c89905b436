"""Everything that a person can do on Discord, and how it is answered: commands, presses, modals, words."""

from __future__ import annotations

import asyncio

import discord
import structlog

from bot.adapters.discord import change_destination, community, forms
from bot.adapters.discord.answer import InteractionAnswer, sent
from bot.adapters.discord.buttons import Interaction
from bot.adapters.discord.custom_ids import FORM, PRESS
from bot.adapters.discord.sender import send_all
from bot.adapters.discord.turns import DiscordTurns, Event, account, event, site
from bot.core.model.inputs import ButtonPress, FormSubmission, Input, SlashCommand, TypedText
from bot.delivery.ports import Blocked, TryLater, Unknown
from bot.storage.engine.errors import DatabaseError

log = structlog.get_logger("bot.adapters.discord.handlers")

PATIENCE = 2.0  # seconds within which a form must be found: three are left for all of the first answer
AS_FORMS, HURRY = frozenset({"checkin"}), 1.2  # commands that can be a form, and seconds for finding it
FAREWELL = 5.0  # seconds that answers under way get when the bot leaves
CHOICES, CHOICE = 25, 100  # of an autocompletion: how many, and how long


class DiscordHandlers:
    """Answers each kind of event."""

    def __init__(self, talk: DiscordTurns) -> None:
        self.talk = talk
        self._under_way: set[asyncio.Task[object]] = set()
        self._newest: dict[int, int] = {}  # person → their newest message, until it is answered

    @property
    def busy(self) -> bool:
        """Whether answers are under way."""
        return bool(self._under_way)

    async def finish(self, seconds: float = FAREWELL) -> None:
        """Wait for the answers that are under way."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=seconds)

    def _counts(self) -> None:
        """The task at hand is an answer under way."""
        if task := asyncio.current_task():
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def command(self, interaction: Interaction, name: str, argument: str = "") -> None:
        opened = name in AS_FORMS and await self._opened(interaction, name, argument)
        if not opened:
            await self._answer(interaction, SlashCommand(name, argument))

    async def _opened(self, interaction: Interaction, name: str, argument: str) -> bool:
        """Open the form that answers a command. A modal cannot follow a sign, so it is looked up before it;
        where that takes long, the answer is a message with a button for it."""
        self._counts()
        try:
            async with asyncio.timeout(HURRY):
                form = await self.talk.reading.form_of(account(interaction.user), name, argument)
        except (TimeoutError, DatabaseError):
            return False
        if form is None or not forms.fits(form):
            return False
        return await InteractionAnswer(interaction).open(forms.modal(form))

    async def press(self, interaction: Interaction, token: str) -> None:
        await self._answer(interaction, ButtonPress(token))

    async def sent_in(self, interaction: Interaction) -> None:
        """A modal that was filled in, maybe opened before the last restart: its custom_id says which."""
        data = sent(interaction)
        custom_id, values = str(data.get("custom_id", "")), forms.values(data.get("components") or ())
        said: Input = TypedText(values.get(forms.WORDS_FIELD, ""), about(interaction.message))
        if custom_id.startswith(FORM):
            said = FormSubmission(custom_id.removeprefix(FORM), values)
        await self._answer(interaction, said)

    async def _answer(self, interaction: Interaction, said: Input) -> None:
        """A sign at once, then the turn. Where the sign comes too late nothing is done: Discord has told the
        person so, and they will do it again."""
        self._counts()
        answer = InteractionAnswer(interaction)
        if await answer.acknowledge():
            it = await community.on_its_ground(self.talk, interaction, event(interaction, said))
            done = await self.talk.turn(it)
            settles = done.settles
            if community.sets(said):
                settles = False  # the settings stay at hand
                done = await community.with_selects(self.talk, interaction, done)
            await answer.give(done.pieces, edits=done.edits, at_home=done.at_home, settles=settles)
            if done.homeless and (told := await self.talk.settle(it)):
                await answer.add(told)

    async def open_form(self, interaction: Interaction, token: str) -> None:
        """A modal can only be the first answer, so the form is looked up before it: a read, not a turn."""
        try:
            async with asyncio.timeout(PATIENCE):
                who, language = account(interaction.user), str(interaction.locale)
                form = await self.talk.reading.form(who, token, language, site(interaction))
        except (TimeoutError, DatabaseError):
            form = None
        if form is None or not forms.fits(form):
            await self.press(interaction, token)  # says where things stand
        else:
            asked = "" if community.sets(ButtonPress(token)) else _question(interaction)
            await InteractionAnswer(interaction).open(forms.modal(form, asked))

    async def open_words(self, interaction: Interaction, language: str) -> None:
        """A place to type in, where the bot can't read what is typed. Nothing is looked up."""
        words = self.talk.render.label
        title, label = words("discord-words-title", language), words("discord-words-label", language)
        await InteractionAnswer(interaction).open(
            forms.words_modal(title, label, _question(interaction), language)
        )

    async def place(self, interaction: Interaction, place: str) -> None:
        self._counts()
        answer = InteractionAnswer(interaction)
        if await answer.acknowledge():
            await answer.give(await change_destination.move(self.talk, interaction, place), edits=True)

    async def complete(self, interaction: Interaction, command: str, typed: str) -> list[tuple[str, str]]:
        """What can be said with a command: labels and values."""
        who, language = account(interaction.user), str(interaction.locale)
        try:
            found = await self.talk.reading.choices(who, command, typed, language)
        except DatabaseError:
            return []
        unique = {forms.cut(shown.label, CHOICE): shown.token for shown in found}
        return list(unique.items())[:CHOICES]

    async def typed(self, client: discord.Client, message: discord.Message) -> None:
        """Plain words in a direct message. An answer that only says that nothing came of them is not wanted
        any more once the person has said something else."""
        self._counts()
        self._newest[message.author.id] = message.id
        words = TypedText(message.content, about(_replied_to(message)))
        it = Event(message.author, message.channel.id, True, words, str(message.id))
        if message.content:
            done = await self.talk.turn(it)
        else:  # a picture, a sticker, a voice message
            done = self.talk.sorry("only-words", await self.talk.language(message.author))
        newest = self._newest.get(message.author.id, 0)
        if newest == message.id:
            del self._newest[message.author.id]
        if done.hint and newest > message.id:
            return
        try:
            await send_all(client, message.channel.id, done.pieces, str(message.id))
        except (Blocked, TryLater, Unknown) as error:
            log.warning("an answer did not arrive", why=type(error).__name__)


def _replied_to(message: discord.Message) -> discord.Message | None:
    """The bot's message that somebody replies to, where Discord shows it."""
    found = message.reference.resolved if message.reference else None
    return found if isinstance(found, discord.Message) and found.author.bot else None


def about(message: discord.Message | None) -> tuple[str, ...] | None:
    """The tokens of a message's buttons, its forms among them; None for no message."""
    if message is None:
        return None
    rows = (row.children for row in message.components if isinstance(row, discord.ActionRow))
    ids = (b.custom_id or "" for row in rows for b in row if isinstance(b, discord.Button))
    return tuple(i.removeprefix(PRESS) for i in ids if i.startswith(PRESS))


def _question(interaction: Interaction) -> str:
    """What the pressed message asks: shown again where the answer is written."""
    return interaction.message.content if interaction.message else ""
