"""Events that are not what they should be, made of ones that are: a field gone, a value of another kind."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

# Values that no field is ready for. What is nested deeply is only as deep as JSON itself takes here.
NESTED: Any = []
for _ in range(150):
    NESTED = [NESTED]
ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1 << 80, 1e308, "", "x", "\x00", "\u202e", "9" * 5000, [], {}, [None], {"id": {}}),
    *({"x": []}, NESTED, [[{"type": "bold", "offset": -5, "length": 1 << 40}]]),
)


def _places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in inner:
        yield (*path, key)
        yield from _places(value, (*path, key))


def mutated(event: dict[str, Any], chance: Random) -> dict[str, Any]:
    """The event with one to three of its fields gone, or with other values in them."""
    event = copy.deepcopy(event)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        *path, last = chance.choice(list(_places(event)) or [("nothing",)])
        node: Any = event
        for key in path:
            node = node[key]
        if chance.random() < 0.3 and isinstance(node, dict):
            node.pop(last, None)
        elif not (isinstance(node, dict) and last not in node):
            node[last] = copy.deepcopy(chance.choice(ODD))
    return event
