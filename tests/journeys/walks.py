"""A walk through each flow of one person, in words of the made-up language wherever words are understood.

The argument of `types` is English; `Speaker` says it in the made-up language and reads every answer.
"""

from __future__ import annotations

import re
from datetime import time

from bot.core.guide.topic_doors import DOORS
from bot.core.guide.topics import COMMANDS, FEELINGS
from bot.core.model.checkin import CheckinAnswer
from bot.core.model.inputs import ButtonPress, SlashCommand, TypedText
from bot.core.model.library import Itch
from bot.core.model.moment import UrgeOutcome
from bot.core.model.person import RestReason
from bot.core.model.plan import PlanState
from bot.core.model.reading import TOPICS, Meaning, Reading, Safety
from bot.core.moment.draft import KINDS
from bot.core.moment.exercises import EXERCISES
from tests import madeup
from tests.journeys.speaker import THERE, Speaker


async def onboarding(who: Speaker) -> None:
    await who.runs("start")
    await who.types("I'm 15")
    await who.presses("onboarding.focus.time", "onboarding.itch.bored", "onboarding.daypart.skip")
    await who.names("Slovenujo")  # as CLDR has it
    await who.presses("onboarding.zone")
    await who.presses("onboarding.plan.ten")
    await who.types("When I sit down on the sofa", "I will put it in the hall", "my evenings matter")
    await who.runs("settings", "check in")
    await who.types("half past eight in the evening")
    snapshot = await who.snapshot()
    assert (snapshot.person.language, snapshot.person.zone) == (madeup.CODE, "Europe/Ljubljana")
    assert (snapshot.person.checkin_at, snapshot.person.onboarded) == (time(20, 30), True)
    (plan,) = snapshot.running
    assert (plan.cue.words, plan.action.words) == ("Qi qsit qdown qon qthe qsofa", "qput qit qin qthe qhall")


async def checkin(who: Speaker) -> None:
    await onboarding(who)
    await who.runs("today")
    await who.runs("checkin")
    await who.types("done", "1 hour and 20 minutes", "it was easier than I thought")
    (entry,) = (await who.snapshot()).entries.values()
    assert (entry.kept, entry.amount) == (CheckinAnswer.KEPT, 80)
    await who.waits(hours=24)
    await who.types("later", "half past nine pm", "not today", "three", "skip")
    assert CheckinAnswer.MISSED in {entry.kept for entry in (await who.snapshot()).entries.values()}


async def plans(who: Speaker) -> None:
    await onboarding(who)
    await who.opens(1)
    await who.presses("plans.ifthen")
    await who.types("when dinner is over", "I will read a page")
    assert (await who.snapshot()).running[0].cue.words == "qdinner qis qover"
    await who.opens(1)
    await who.presses("plans.pause")
    await who.types("two weeks")
    assert (await who.snapshot()).enrolments[0].state is PlanState.PAUSED
    await who.opens(1)
    await who.presses("plans.resume")


async def mine(who: Speaker) -> None:
    await onboarding(who)
    await begins_own(who)
    await who.opens(2)
    await who.presses("mine.edit", "mine.rename")
    await who.types("Walk before")
    await who.opens(2)
    await who.presses("mine.edit", "mine.redays")
    await who.types("every day but sunday")
    plan = (await who.snapshot()).running[1].own
    assert plan is not None
    assert (plan.name, plan.weekdays) == ("Qwalk qbefore", (0, 1, 2, 3, 4, 5))


async def begins_own(who: Speaker) -> None:
    await who.runs("plans")
    await who.presses("mine.new")
    await who.types("Walk first", "when I get home", "walk round the block")
    await who.presses("mine.confirm.days")
    await who.types("mon wed fri", "yes")


async def grow(who: Speaker) -> None:
    await onboarding(who)
    await begins_own(who)
    await who.opens(2)
    await who.presses("grow.further")
    await who.types("walk round two blocks")
    plan = (await who.snapshot()).running[1].own
    assert plan is not None
    assert plan.action == "qwalk qround qtwo qblocks"


async def reflect(who: Speaker) -> None:
    await onboarding(who)
    for _ in range(7):  # a question comes to those who answer
        await who.waits(days=1)
        await who.types("done", "45 minutes", "four", "skip")
    assert "reflect" in who.kinds()
    await who.runs("reflect")
    await who.types("I call my sister instead")
    assert (await who.snapshot()).journal[0].text == "Qi qcall qmy qsister qinstead"


async def journal(who: Speaker) -> None:
    await reflect(who)
    await who.types("my journal")
    await who.presses("journal.search")
    await who.types("sister")
    await who.presses("journal.delete")
    await who.types("yes")
    assert (await who.snapshot()).journal == ()


async def learn(who: Speaker) -> None:
    await onboarding(who)
    await who.runs("learn")
    await who.presses("learn.ask", "learn.answer", "learn.another", "learn.themes", "learn.theme")
    await who.does(ButtonPress("learn.read.late"))


async def first(who: Speaker) -> None:
    """The gain at the end of the first talk, and what stands below the check-ins of the first days."""
    await onboarding(who)
    for _ in range(5):
        await who.waits(days=1)
        await who.runs("checkin")
        await who.presses("checkin.a")
    await who.does(ButtonPress("first.win"))
    await who.does(ButtonPress("first.words"))


async def week(who: Speaker) -> None:
    await checkin(who)
    await who.types("my week")
    await who.presses("week.other")
    await begins_own(who)
    await who.waits(days=6)
    assert who.kinds() >= {"checkin", "week"}
    for token in ("week.show", "week.choose.further", "week.keep", "week.taper", "week.slips", "week.holds"):
        await who.does(ButtonPress(token))
    await who.waits(days=120)  # it writes less and less, and says goodbye
    await who.does(ButtonPress("week.daily"))


SETTINGS = {  # what it is called → an answer in words
    "language": ("english", {"language": madeup.CODE}),  # which is what it calls itself: "Qenglish"
    "time zone": ("later", {}),
    "check in": ("nine am", {"checkin_at": time(9)}),
    "punctuality": ("yes", {"exactly": True}),
    "reminder": ("half an hour", {"reminder_after": 30}),
    "sound": ("without a sound", {"silent": True}),
    "quiet hours": ("from eleven pm to seven am", {"quiet_from": time(23), "quiet_to": time(7)}),
    "limit": ("seven messages a week", {"ceiling": 7}),
    "summary": ("saturday", {"week_day": 5}),
    "reflection": ("twice a week", {"reflections_a_week": 2}),
    "day": ("five am", {"day_start": time(5)}),
}


async def settings(who: Speaker) -> None:
    await onboarding(who)
    await who.types("settings")
    for name, (answer, changes) in SETTINGS.items():
        await who.runs("settings", name)
        await who.types(answer)
        person = (await who.snapshot()).person
        assert {key: getattr(person, key) for key in changes} == changes, name
    await who.runs("settings", "summary")
    await who.types("sunday", "five pm")
    await who.runs("settings", "quiet hours")
    await who.types("from eight am to ten am", "half past ten am")
    person = (await who.snapshot()).person
    assert (person.week_at, person.checkin_at, person.quiet_from) == (time(17), time(10, 30), time(8))
    await who.runs("settings", "about me")
    for name, answer in (("focus", "feed"), ("itch", "bored"), ("daypart", "night")):
        await who.runs("settings", "about me")
        await who.presses(f"settings.page.{name}", f"settings.{name}.{answer}")
    await who.runs("settings", "reason")
    await who.types("my evenings matter")
    person = (await who.snapshot()).person
    assert (person.focus, person.itch, person.daypart) == ("feed", "bored", "night")
    assert person.why == "qmy qevenings qmatter"
    await who.does(ButtonPress("settings.here.Europe/Paris"))
    await who.types("yes")
    assert (await who.snapshot()).person.zone == "Europe/Paris"


async def pause(who: Speaker) -> None:
    await onboarding(who)
    await who.types("take a break", "two weeks")
    assert (await who.snapshot()).person.paused_until is not None
    await who.presses("pause.off")


async def privacy(who: Speaker) -> None:
    await onboarding(who)
    await who.types("my data")
    await who.presses("privacy.export")
    assert any(message.document for message in who.last)
    await who.types("my data")
    await who.presses("privacy.lines", "privacy.lines.on")
    await who.does(SlashCommand("privacy", "lines"))
    await who.presses("privacy.lines.no")
    await who.does(SlashCommand("privacy", "lines"))
    await who.types("yes")
    assert not (await who.snapshot()).person.shares_missed
    await who.types("my data")
    await who.presses("privacy.erase")
    await who.types("yes")


async def help(who: Speaker) -> None:
    await onboarding(who)
    await who.does(ButtonPress("help.show"))
    await who.types("what can you do", "why do you write to me", "hello", "thanks", "bye", "my cat is grey")


async def rest(who: Speaker) -> None:
    await onboarding(who)
    await who.types("please stop")
    assert (await who.snapshot()).person.rest is RestReason.STOPPED
    await who.types("start again", "I want to die")
    assert (await who.snapshot()).person.rest is RestReason.CARE
    await who.presses("rest.on")
    assert (await who.snapshot()).person.rest is RestReason.NO


async def link(who: Speaker) -> None:
    other = who.on(THERE)
    for side in (who, other):
        await onboarding(side)
    await other.runs("link")
    (code,) = re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}", other.last[-1].html)
    await who.runs("link")
    await who.presses("link.enter")
    await who.does(TypedText(code))
    await who.presses("link.confirm.here", "link.side.here")
    await other.runs("link")
    await other.presses("link.admit")
    await who.world.tick("console", "telegram")
    await who.waits(minutes=1)
    assert (await who.snapshot()).person.id == (await other.snapshot()).person.id
    await who.runs("unlink")
    await who.types("yes")
    assert (await who.snapshot()).person.id != (await other.snapshot()).person.id


async def topics(who: Speaker) -> None:
    await onboarding(who)
    for meaning in DOORS:
        await who.does(TypedText("q", reading=Reading(meaning, is_sure=True)))
    for feeling in sorted(FEELINGS):
        await who.does(TypedText("q", reading=Reading(Meaning.FEELING, is_sure=True, feeling=feeling)))
    unsure = Reading(Meaning.URGE, others=(Meaning.LAPSE, Meaning.THANKS))
    for token in ("topics.about.urge", "topics.about.thanks", "topics.none"):
        await who.does(TypedText("q", reading=unsure))
        await who.presses(token)
    await who.does(TypedText("q", reading=Reading(Meaning.PROGRESS)))
    await who.presses("topics.run.week")
    await who.does(TypedText("q", reading=unsure))
    await who.does(ButtonPress("topics.which"))  # as "yes" does, which has no button of its own
    await who.does(ButtonPress("topics.night"))
    for meaning in sorted(TOPICS & {*DOORS, *COMMANDS}):
        await who.does(TypedText("q", reading=Reading(meaning)))
    await who.types("my cat is grey", "and my dog is brown")
    await who.presses("topics.keep")
    assert (await who.snapshot()).journal[0].text == "qand qmy qdog qis qbrown"


async def urge(who: Speaker) -> None:
    await onboarding(who)
    for itch in Itch:
        for _ in EXERCISES[itch]:  # each one is shown
            await who.runs("urge", itch) if itch is Itch.BORED else await who.runs("urge")
            if itch is not Itch.BORED:
                await who.presses(f"urge.state.{itch}")
    await who.presses("urge.other")
    await who.waits(minutes=2)
    await who.presses("urge.passed")
    await who.runs("urge")
    await who.types("I'm bored", "I went in anyway")
    assert (await who.snapshot()).tried[-1].outcome is UrgeOutcome.WENT_IN
    await who.runs("urge")
    await who.types("never mind")
    for token in ("urge.ask", "urge.cancel", f"urge.went.{EXERCISES[Itch.BORED][0]}"):
        await who.does(ButtonPress(token))
    await who.runs("urge", "stressed")
    await who.waits(minutes=2)
    await who.runs("why")


async def swap(who: Speaker) -> None:
    await onboarding(who)
    await who.runs("swap")
    for _ in range(4):
        await who.presses("swap.show")
    for hours in (5, 7, 6, 6):
        await who.waits(hours=hours)
        await who.runs("swap")
        for _ in range(9):
            await who.presses("swap.show")
    await who.presses("swap.list")
    await who.types("walk the dog", "walk the dog")
    await who.runs("swap", "add feed the cat")
    await who.runs("swap", "my list")
    await who.types("x" * 101)
    await who.runs("swap", "remove 2")
    await who.runs("swap", "remove the moon")
    assert [one.words for one in (await who.snapshot()).swaps] == ["qwalk qthe qdog"]
    for number in range(20):
        await who.runs("swap", f"sing song {'la ' * number}")
    await who.presses("swap.list")
    await who.types("skip")
    await who.runs("swap", "list")
    await who.presses("swap.out")


async def draft(who: Speaker) -> None:
    await onboarding(who)
    await who.runs("draft")
    await who.types("my boss is a fool", "and so are you")
    for kind in KINDS:
        await who.does(ButtonPress(f"draft.kind.{kind}"))
    await who.presses("draft.wait")
    await who.types("about to post something mean")
    await who.presses("draft.post")


async def care(who: Speaker) -> None:
    await onboarding(who)
    for danger in (danger for danger in Safety if danger not in (Safety.NONE, Safety.CLEAR)):
        await who.does(TypedText("q", reading=Reading(safety=danger)))
    for token in ("care.friend", "care.no", "care.yes"):
        await who.does(TypedText("q", reading=Reading(safety=Safety.UNCLEAR)))
        await who.presses(token)
        await who.waits(hours=25)
    assert (await who.snapshot()).person.rest is RestReason.CARE
