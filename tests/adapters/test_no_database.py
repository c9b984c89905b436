"""Adapters reach the database through turns only. A contract in pyproject.toml forbids importing the storage;
this forbids to open a transaction on the database of another object."""

from __future__ import annotations

import ast
from pathlib import Path

import bot.adapters

FILES = sorted(Path(bot.adapters.__path__[0]).rglob("*.py"))


def test_no_adapter_opens_a_transaction() -> None:
    found = [
        f"{file.name}:{node.lineno}"
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in ("database", "_database")
    ]
    assert len(FILES) > 20
    assert found == []
