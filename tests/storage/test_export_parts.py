"""An export in parts: nothing is lost, nothing twice, each part is of its size and says which it is."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.export import KEPT
from bot.turns.handover import parts

_ROWS = st.lists(st.dictionaries(st.sampled_from("abc"), st.text(max_size=9) | st.integers()), max_size=20)
_ALL = st.fixed_dictionaries({"person": st.just({"why": "é"}), "journal": _ROWS, "days": _ROWS})


@given(_ALL, st.none() | _ALL)
def test_parts_hold_everything_once(mine: dict[str, Any], kept: dict[str, Any] | None) -> None:
    everything = mine | ({KEPT: kept} if kept is not None else {})
    files = parts(everything, 600)
    assert all(len(file) <= 600 for file in files)
    found = [json.loads(file) for file in files]
    if len(found) > 1:
        assert [one.pop("part") for one in found] == [
            f"{n} of {len(found)}" for n in range(1, len(found) + 1)
        ]
    joined: dict[str, Any] = {}
    for one in found:
        _into(joined, one)
    assert joined == everything


def _into(tree: dict[str, Any], more: dict[str, Any]) -> None:
    for name, value in more.items():
        if isinstance(value, list):
            tree.setdefault(name, []).extend(value)
        elif name == KEPT:
            _into(tree.setdefault(name, {}), value)
        else:
            assert name not in tree
            tree[name] = value
