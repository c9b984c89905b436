"""What stands in a component's custom_id (100 characters at most): all that a press means, in any release.

The prefix holds the version of this notation. Should it ever change, presses of the older one are still read.
"""

from __future__ import annotations

PRESS = "s1:"  # + the core's token
FORM = "s1f:"  # + the token of a form: the button that opens it, and the modal itself
WORDS = "s1w:"  # + a language: the button that opens a modal for own words, and the modal itself
CHOICE = "s1c:"  # + the name of a community's setting: a select
PLACE = "s1p:"  # + where messages shall go
ASCII = "[!-~]{1,64}"  # what the core's tokens are made of
