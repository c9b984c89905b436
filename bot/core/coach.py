"""Every flow, by name, and the flow that answers each slash command."""

from __future__ import annotations

from bot.core.account import age, link, privacy, rest
from bot.core.checkin import checkin
from bot.core.community import challenge, community, quote
from bot.core.conversation.flow import Flow
from bot.core.guide import help
from bot.core.journal import journal, reflect
from bot.core.onboarding import onboarding
from bot.core.plans import grow, mine, plans
from bot.core.preferences import pause, settings
from bot.core.week import week

ONBOARDING = onboarding.FLOW.name
FLOWS: dict[str, Flow] = {
    module.FLOW.name: module.FLOW
    for module in (
        onboarding,
        checkin,
        plans,
        mine,
        grow,
        reflect,
        journal,
        week,
        settings,
        pause,
        privacy,
        help,
        rest,
        link,
        community,
        challenge,
        quote,
        age,
    )
}
BY_COMMAND: dict[str, str] = {command: flow.name for flow in FLOWS.values() for command in flow.commands}
