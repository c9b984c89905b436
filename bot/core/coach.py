"""The coach: the registry of all flows with one table of their commands, and the engine that answers by it.

A flow is known once it stands here; menus, choices, the help and the words that mean a command follow.
"""

from __future__ import annotations

from bot.core.account import age, care, link, privacy, rest
from bot.core.checkin import checkin
from bot.core.community import challenge, community, quote
from bot.core.conversation.engine import Engine
from bot.core.conversation.registry import Registry
from bot.core.first_days import first_days
from bot.core.guide import help, replies, topics
from bot.core.journal import journal, reflect
from bot.core.learn import learn
from bot.core.moment import draft, swap, urge
from bot.core.onboarding import onboarding
from bot.core.plans import grow, mine, plans
from bot.core.preferences import pause, settings
from bot.core.week import week

COACH: Registry = Registry(
    (
        onboarding.FLOW,
        checkin.FLOW,
        plans.FLOW,
        mine.FLOW,
        grow.FLOW,
        urge.FLOW,
        swap.FLOW,
        draft.FLOW,
        reflect.FLOW,
        learn.FLOW,
        journal.FLOW,
        week.FLOW,
        first_days.FLOW,
        settings.FLOW,
        pause.FLOW,
        privacy.FLOW,
        help.flow(lambda: COACH.commands),
        rest.FLOW,
        link.FLOW,
        community.FLOW,
        challenge.FLOW,
        quote.FLOW,
        age.FLOW,
        topics.FLOW,
        care.FLOW,
    ),
    order=(
        *(
            "today",
            "checkin",
            "plans",
            "urge",
            "swap",
            "draft",
            "reflect",
            "learn",
            "journal",
            "week",
            "why",
            "pause",
        ),
        *("settings", "privacy", "help", "stop", "start", "link", "unlink", "community"),
    ),
    first=onboarding.FIRST,
    home="today",
    location=("settings", "here"),
    fallback=replies,
    topics=topics,
    crisis=care.answer,
    concern=care.concern,
    consent=age,
)
ENGINE = Engine(COACH)
