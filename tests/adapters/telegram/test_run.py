"""`scrollwise run` with Telegram, as a process: its exit codes and what it says."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path
from subprocess import Popen

import pytest

from tests.adapters.telegram.crowd import running
from tests.adapters.telegram.server import TOKEN, BotApi
from tests.program import Program

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
KEY = TOKEN.partition(":")[2]


async def output(process: Popen[str]) -> str:
    """All that it wrote, once it has ended; the server answers meanwhile."""
    out, err = await asyncio.to_thread(process.communicate, timeout=40)
    return out + err


async def test_a_wrong_token_ends_it_in_one_clear_line(url: str, tmp_path: Path, api: BotApi) -> None:
    api.faults["getMe"].append("401")
    with running(tmp_path, url, api.url, TOKEN) as process:
        said = await output(process)
    assert process.returncode == 1
    assert [line for line in said.splitlines() if "TELEGRAM_TOKEN" in line] == [said.splitlines()[-1]]
    assert KEY not in said
    assert "Traceback" not in said


def test_a_token_that_is_none_is_told_before_anything_is_tried(url: str, tmp_path: Path) -> None:
    done = Program(tmp_path, {"TELEGRAM_TOKEN": f"bot {TOKEN}"}).run("run")
    assert done.returncode == 2
    assert "SCROLLWISE_TELEGRAM_TOKEN: must look like 123456:ABC-DEF" in done.stderr
    assert KEY not in done.stderr + done.stdout


async def test_a_signal_ends_it_in_order(url: str, tmp_path: Path, api: BotApi) -> None:
    with running(tmp_path, url, api.url, TOKEN) as process:
        number = api.says(ann := api.chat(1001), "/start")
        await api.hears(ann, "13 or older", 40)
        process.send_signal(signal.SIGTERM)
        said = await output(process)
    assert process.returncode == 0
    assert api.confirmed == number
    assert KEY not in said
