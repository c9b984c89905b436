"""What is stored and why; handing it over; deleting it. Works for everybody, at any time."""

from __future__ import annotations

from bot.core import understand
from bot.core.commands import EraseMe, Export
from bot.core.flow import Answer, Flow, Turn, say
from bot.core.messages import Document, Reply, button
from bot.core.model import Data, Facts

EXPORT = button("privacy.export", "privacy-export")
ERASE = button("privacy.erase", "privacy-erase")
SURE = (button("privacy.sure.yes", "privacy-sure-yes"), button("privacy.sure.keep", "privacy-sure-keep"))


def command(argument: str, facts: Facts) -> Turn:
    """`/privacy`, or straight to it: `/privacy export`, `/privacy erase`."""
    match understand.normal(argument):
        case "export":
            return export("", facts)
        case "erase":
            return sure(None, {}, facts)
        case _:
            return say("privacy-all", buttons=(EXPORT, ERASE))


def export(value: str, facts: Facts) -> Turn:
    """The service puts the file in the place of the empty one."""
    return Turn((Reply("privacy-exported", document=Document("", b"")),), (Export(),))


def erase(value: str, facts: Facts) -> Turn:
    return sure(None, {}, facts)


def sure(answer: Answer | None, data: Data, facts: Facts) -> Turn:
    """The one confirmation. Anything but a clear yes keeps everything."""
    if answer is None:
        return Turn((Reply("privacy-sure", buttons=SURE),), step="sure")
    said = answer.text if answer.pressed else understand.intent(answer.text, facts)
    if said != "yes":
        return Turn((Reply("privacy-kept", edits=answer.pressed),))
    return Turn((Reply("privacy-erased", edits=answer.pressed),), (EraseMe(),), clears=True)


FLOW = Flow(
    "privacy",
    steps={"sure": sure},
    buttons={"export": export, "erase": erase},
    commands={"privacy": command},
    restart="privacy",
    fleeting=frozenset({"sure"}),
    open_to_all=True,
)
