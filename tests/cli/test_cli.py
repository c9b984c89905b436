"""The command line, in processes of its own: what it says, what it leaves behind, and what it never loads."""

from __future__ import annotations

import shutil
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.program import PATIENCE, ROOT, Program


def loaded(program: Program, *arguments: str) -> set[str]:
    """The modules in memory once a command is done."""
    code = (
        "import sys\nfrom bot.cli.main import main\n"
        f"try: main({list(arguments)!r})\nexcept SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = program.python_runs("-c", code)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


# --- what is loaded ---------------------------------------------------------------------------------------


def _cli() -> set[str]:
    """The modules of the command line that only parse."""
    names = {path.stem for path in (ROOT / "bot" / "cli").glob("*.py")} - {"__init__", "progress"}
    return {"bot.cli", *(f"bot.cli.{name}" for name in names)}


def test_help_loads_next_to_nothing(program: Program) -> None:
    modules = loaded(program, "--help")
    assert {name for name in modules if name.split(".")[0] == "bot"} == {"bot", *_cli()}
    outside = (
        {name.split(".")[0] for name in modules}
        - sys.stdlib_module_names
        - {"bot", "__main__", "__mp_main__"}
    )
    # What an environment puts in every process (site hooks) is there without us too.
    assert outside <= set(program.python_runs("-c", "import sys; print(*sys.modules)").stdout.split())
    assert not modules & {"asyncio", "logging", "sqlite3"}


def test_a_chat_loads_no_platforms_library_and_through_a_pipe_no_prompt(program: Program) -> None:
    modules = loaded(program, "chat")
    assert "bot.turns.service" in modules
    unused = {"telegram", "discord", "httpx", "aiohttp", "asyncpg", "prompt_toolkit", "multiprocessing"}
    assert not modules & unused


# --- small commands ---------------------------------------------------------------------------------------


def test_help_and_version(program: Program) -> None:
    assert "chat in this terminal" in program.run("--help").stdout
    assert program.run().stdout == program.run("--help").stdout
    assert program.run("--version").stdout.startswith("scrollwise 0.")


@pytest.mark.parametrize("arguments", [["dance"], ["chat", "--ass", "Ann"], ["content"], ["chat", "now"]])
def test_wrong_use_is_told(program: Program, arguments: list[str]) -> None:
    done = program.run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: scrollwise")


def test_migrate_makes_the_database_and_is_repeatable(tmp_path: Path) -> None:
    program = Program(tmp_path, {"DATA_DIR": "~/data"})
    for _ in range(2):
        done = program.run("migrate")
        assert (done.returncode, done.stdout, done.stderr) == (0, "The database is up to date.\n", "")
    assert (tmp_path / "data" / "scrollwise.db").stat().st_mode & 0o777 == 0o600


def test_the_shipped_content_is_in_order(program: Program) -> None:
    done = program.run("content", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The content is in order: ")


def test_broken_content_is_told_with_file_and_line_and_refuses_the_start(tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    with (content / "locales" / "es" / "console.ftl").open("a") as file:
        file.write("\nconsole-hint = otra vez\n")
    program = Program(tmp_path, {"CONTENT_DIR": str(content)})
    for arguments in (["content", "check"], ["chat"]):
        done = program.run(*arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("content/locales/es/console.ftl:")
        assert "'console-hint' is there twice" in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / ".local").exists(), "nothing was touched"


# --- settings ---------------------------------------------------------------------------------------------


def test_wrong_settings_are_told_one_a_line_without_their_value(tmp_path: Path) -> None:
    wrong = {
        "TICK_SECONDS": "soon",
        "DATABASE_URL": "mysql://ann:hush@db/x",
        "SECRET_KEYS": "hush",
        "CONTENT_DIR": "/not/there",
        "TELEGRAM_API_URL": "telegram",
    }
    done = Program(tmp_path, wrong).run("chat")
    assert (done.returncode, done.stdout) == (2, "")
    assert sorted(line.split(": ")[1] for line in done.stderr.splitlines()) == [
        f"SCROLLWISE_{n}" for n in sorted(wrong)
    ]
    assert "hush" not in done.stderr
    assert "mysql" not in done.stderr


def test_an_unknown_setting_is_pointed_out(tmp_path: Path) -> None:
    done = Program(tmp_path, {"TELEGARM_TOKEN": "hush"}).run("migrate")
    assert done.returncode == 0
    assert done.stderr == (
        "scrollwise: SCROLLWISE_TELEGARM_TOKEN is not a setting. Did you mean SCROLLWISE_TELEGRAM_TOKEN?\n"
    )


def test_settings_are_read_from_a_file_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SCROLLWISE_DATA_DIR=there\nSCROLLWISE_TIK_SECONDS=5\nOTHER=1\n")
    done = Program(tmp_path).run("migrate")
    assert (
        done.stderr
        == "scrollwise: SCROLLWISE_TIK_SECONDS is not a setting. Did you mean SCROLLWISE_TICK_SECONDS?\n"
    )
    assert (tmp_path / "there" / "scrollwise.db").exists()


# --- the chat through a pipe ------------------------------------------------------------------------------


def test_a_chat_through_a_pipe_goes_on_where_it_was_and_is_each_persons_own(program: Program) -> None:
    first = program.run("chat", "--as", "Ann", given="1\nmy time\n")
    assert (first.returncode, first.stderr) == (0, "")
    blocks = first.stdout.removesuffix("\n\n").split("\n\n")
    assert blocks[0].startswith("An evening that is yours")
    assert "\n[1] My time\n" in blocks[1]
    assert "\x1b" not in first.stdout
    again = program.run("chat", "--as", "ann")
    assert again.stdout.removesuffix("\n\n").split("\n\n")[-1] == blocks[-1]
    assert program.run("run").stdout.startswith("An evening that is yours"), "somebody else"


def test_the_machines_language_is_the_first_guess(program: Program) -> None:
    done = replace(program, language="es_MX.UTF-8").run("chat")
    assert done.stdout.startswith("Una noche que vuelve a ser tuya")


def test_bytes_of_any_kind_and_very_long_lines_are_answered(program: Program) -> None:
    done = program.run(
        "chat", given="1\r\n\r\n\udcff\udcfe\0\x1b[31m\n" + "é" * 100_000 + "\n1\n/help\n/nonsense\n"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout


def test_a_reader_who_has_had_enough_ends_it_quietly(program: Program) -> None:
    with program.start("-m", "bot", "chat") as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        try:
            process.stdin.write("/help\n" * 50)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.stderr.read() == ""
        assert process.wait(PATIENCE) == 0


def test_a_closed_input_is_a_greeting(program: Program) -> None:
    done = program.python_runs(
        "-c", "import sys; sys.stdin = None; from bot.cli.main import main; sys.exit(main(['chat']))"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("An evening that is yours")


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_signals_leave_at_once_and_quietly(program: Program, sign: signal.Signals) -> None:
    with program.start("-m", "bot", "chat") as process:
        assert process.stdout
        assert process.stdout.readline()
        process.send_signal(sign)
        asked = time.monotonic()
        _, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, "")
    assert time.monotonic() - asked < 5


def test_a_signal_while_starting_is_quiet_too(program: Program) -> None:
    # A file that the import system was just reading is none of ours to close: no warnings.
    with program.start("-W", "ignore", "-X", "importtime", "-m", "bot", "chat") as process:
        assert process.stderr
        for line in process.stderr:  # somewhere in the middle of the imports
            if "pydantic_core" in line:
                process.send_signal(signal.SIGTERM)
                break
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (0, "")
    assert "Traceback" not in err


# --- the database -----------------------------------------------------------------------------------------


def test_a_wrong_key_is_told_in_a_line(program: Program) -> None:
    other = "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA="
    done = replace(program, settings={"SECRET_KEYS": other}).run("chat")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "scrollwise: the secret key does not open what is stored\n"


def test_a_full_disk_is_told_kindly_and_the_chat_goes_on(program: Program) -> None:
    resource = pytest.importorskip("resource")
    limit = 64 * 1024  # enough to start and for an answer or two, as the log of changes grows
    with program.start(
        "-m", "bot", "chat", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    ) as process:
        out, _ = process.communicate("1\n1\nbecause\n" + "/help\n" * 20, timeout=PATIENCE)
    assert process.returncode == 1
    assert "The disk is full" in out
    after = program.run("chat")
    assert (after.returncode, after.stderr) == (0, "")
