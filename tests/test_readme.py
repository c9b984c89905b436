"""The README's chat is what really happens: it is played through the pipe, on a database of its own, with the
frozen catalogue."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.catalogue import compose

ROOT = Path(__file__).parent.parent
EVENING = ROOT / "content" / "locales" / "en" / "evening.ftl"


def test_the_chat_in_the_readme(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"<!-- transcript.*?-->\n```\n(.*?)\n```", readme, re.DOTALL)
    assert shown
    typed = re.findall(r"^> (.*)$", shown[1], re.MULTILINE)
    assert len(typed) >= 12
    played = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--as", "Ann"],
        input="\n".join(typed) + "\n",
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        env=_fresh(tmp_path),
        check=True,
    )
    answers = [block.strip() for block in re.split(r"^> .*$", shown[1], flags=re.MULTILINE)]
    assert _timeless(played.stdout) == _timeless("\n\n".join(answers))


def _fresh(folder: Path) -> dict[str, str]:
    """A machine in Ljubljana that has never seen the coach."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SCROLLWISE_")}
    own = {
        "SCROLLWISE_CONTENT_DIR": str(compose(folder / "content")),
        "SCROLLWISE_DATA_DIR": str(folder / "data"),
        "SCROLLWISE_SECRET_FILE": str(folder / "secret" / "key"),
        "LANG": "en_US.UTF-8",
        "LANGUAGE": "en",
        "LC_ALL": "C.UTF-8",
        "TZ": "Europe/Ljubljana",
    }
    return {**kept, **own}


def _timeless(text: str) -> str:
    """Clocks, dates, the check-in's question and its last line change from day to day; the rest must not."""
    text = re.sub(r"\d{1,2}:\d\d", "00:00", text)
    text = re.sub(r"(Today|Yesterday), \w+, \d+ \w+", r"\1, DATE", text)
    text = re.sub(r"^Noted\..*$", "Noted.", text, flags=re.MULTILINE)
    for question in re.findall(r"^checkin-ask-\d+ = (.*)$", EVENING.read_text("utf-8"), re.MULTILINE):
        text = re.sub(f"^{re.escape(question)}$", "ASKED", text, flags=re.MULTILINE)
    return re.sub(r"\n{2,}", "\n", text).strip()
