"""Every flow, by name, and the flow that answers each slash command."""

from __future__ import annotations

from bot.core.flow import Flow
from bot.core.flows import (
    age,
    challenge,
    checkin,
    community,
    grow,
    help,
    journal,
    link,
    mine,
    onboarding,
    pause,
    plans,
    privacy,
    quote,
    reflect,
    rest,
    settings,
    week,
)

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
