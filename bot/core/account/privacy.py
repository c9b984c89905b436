"""The stored data and their reasons; handing it over; deleting it. Works for everybody, at any time."""

from __future__ import annotations

from bot.core.account import link, linking, sharing
from bot.core.calendar.timing import local_day
from bot.core.conversation.flow import Answer, Command, Flow, Frame, StepResult, ask_step, reply_with, say
from bot.core.model.effects import EraseMe, Export
from bot.core.model.inputs import Account, ButtonPress, Input, SlashCommand
from bot.core.model.messages import Button, Document, Reply, Text, button
from bot.core.model.needs import SnapshotNeeds
from bot.core.model.person import Status
from bot.core.model.snapshot import Data, Snapshot
from bot.core.model.token import Token
from bot.core.typed import understand

EXPORT = button(Token("privacy", "export"), "privacy-export")
ERASE = button(Token("privacy", "erase"), "privacy-erase")
SURE = (
    button(Token("privacy", "sure", "yes"), "privacy-sure-yes"),
    button(Token("privacy", "sure", "keep"), "privacy-sure-keep"),
)


def command(argument: str, snapshot: Snapshot) -> StepResult:
    """`/privacy`, or straight to it: `/privacy export`, `/privacy erase`, `/privacy lines`."""
    match understand.normal(argument):
        case "export":
            return export("", snapshot)
        case "erase":
            return sure(None, {}, snapshot)
        case "lines" if sharing.may_share(snapshot):
            return sharing.lines(None, {}, snapshot)
        case _:
            told = say("privacy-all", buttons=(EXPORT, ERASE, *sharing.door(snapshot)))
            return told.after(_listed(snapshot)) if len(snapshot.accounts) > 1 else told


def choices(snapshot: Snapshot) -> tuple[Button, ...]:
    """The wishes that somebody can have of whom something is stored."""
    if snapshot.person.status is Status.NEW and not snapshot.person.id:
        return ()
    lines = (Button("lines", each.label) for each in sharing.door(snapshot))
    return (Button("export", EXPORT.label), Button("erase", ERASE.label), *lines)


def _listed(snapshot: Snapshot) -> Reply:
    """All joined accounts, each with the day since when."""
    return Reply("privacy-joined", {"accounts": tuple(_account(a, snapshot) for a in snapshot.accounts)})


def _account(account: Account, snapshot: Snapshot) -> Text:
    here = link.is_same(account, snapshot.account)
    if (since := snapshot.since.get(account)) is None:
        return Text("privacy-here" if here else "privacy-account", {"place": link.place(account)})
    day = local_day(since, snapshot.person)
    return Text(
        "privacy-here-since" if here else "privacy-account-since", {"place": link.place(account), "day": day}
    )


def export(value: str, snapshot: Snapshot) -> StepResult:
    """The files take the place of the empty one when the effects are carried out."""
    return reply_with(Reply("privacy-exported", document=Document("", b""))).doing(Export())


def erase(value: str, snapshot: Snapshot) -> StepResult:
    return sure(None, {}, snapshot)


def sure(answer: Answer | None, data: Data, snapshot: Snapshot) -> StepResult:
    """The one confirmation. Anything but a clear yes keeps everything."""
    if answer is None:
        return ask_step("sure", _question(snapshot))
    said = answer.text if answer.pressed else answer.meant
    if said != "yes":
        return reply_with(Reply("privacy-kept", edits=answer.pressed))
    key = "privacy-erased-own" if linking.guarded_until(snapshot) else "privacy-erased"
    return reply_with(Reply(key, edits=answer.pressed)).doing(EraseMe()).clearing()


def _question(snapshot: Snapshot) -> Reply:
    """Shortly after a join an erase takes what this side brought; later, everything of all accounts."""
    if until := linking.guarded_until(snapshot):
        day = local_day(until, snapshot.person)
        return Reply("privacy-sure-own", {"day": day}, SURE)
    if len(snapshot.accounts) > 1:
        return Reply("privacy-sure-joined", {"places": tuple(link.place(a) for a in snapshot.accounts)}, SURE)
    return Reply("privacy-sure", buttons=SURE)


def needs(said: Input, frame: Frame | None, snapshot: Snapshot) -> SnapshotNeeds:
    """The accounts, and everything where it is handed over."""
    match said:
        case ButtonPress("privacy.export"):
            return SnapshotNeeds(accounts=True, export=True)
        case SlashCommand("privacy", argument) if understand.normal(argument) == "export":
            return SnapshotNeeds(accounts=True, export=True)
        case _:
            return SnapshotNeeds(accounts=True)


FLOW = Flow(
    "privacy",
    steps={"sure": sure, "lines": sharing.lines},
    buttons={"export": export, "erase": erase, "lines": sharing.pressed},
    commands=(Command("privacy", command, argument="wish", choices=choices, topic="data", in_words=True),),
    restart_command="privacy",
    single_use_steps=frozenset({"sure", "lines"}),
    open_to_all=True,
    needs=needs,
)
