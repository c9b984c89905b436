"""The custom_ids of components (100 characters at most). They carry all that a press means, in any release.

The prefix holds the version of this notation. Presses of an older notation must stay readable if it changes.
"""

from __future__ import annotations

PRESS = "s1:"  # + a token of the core
FORM = "s1f:"  # + the token of a form: on the button that opens it, and on the modal itself
WORDS = "s1w:"  # + a language: on the button that opens a modal for free text, and on the modal itself
SETTING = "s1c:"  # + the name of a community's setting: on a select
DESTINATION = "s1p:"  # + a destination of messages
TOKEN_PATTERN = "[!-~]{1,64}"  # noqa: S105 - the alphabet of the core's tokens, no secret
