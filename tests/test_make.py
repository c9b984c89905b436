"""Setting up on a machine that lacks something: said in a line or two, and nothing half-made left behind."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import system_programs
from tests.program import ROOT

OLD = '#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.1"\nexit 1\n'
BARE = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; *) exit 0;; esac\n'


def bring_uv(folder: Path, **programs: str) -> subprocess.CompletedProcess[str]:
    """The script on a machine that has these programs and a shell."""
    for name, text in {"env": "#!/bin/sh\nexit 1\n", **programs}.items():
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
    shell = shutil.which("sh")
    assert shell
    return subprocess.run(
        [shell, ROOT / ".ci" / "bring-uv"],
        cwd=folder,
        env={"PATH": str(folder)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_without_a_python_it_says_so(tmp_path: Path) -> None:
    done = bring_uv(tmp_path)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this machine has none" in done.stderr


def test_an_old_python_is_told(tmp_path: Path) -> None:
    done = bring_uv(tmp_path, python3=OLD)
    assert done.returncode == 1
    assert "this machine has Python 3.9.1" in done.stderr


def test_a_newer_python_beside_an_old_one_is_found(tmp_path: Path) -> None:
    used = (
        '#!/bin/sh\nwhile [ $# -gt 1 ]; do shift; done\ncase "$1" in .venv) echo used >used; exit 1;; esac\n'
    )
    bring_uv(tmp_path, python3=OLD, **{"python3.12": used})
    assert (tmp_path / "used").exists()


def test_a_python_that_makes_no_environments_is_told(tmp_path: Path) -> None:
    done = bring_uv(tmp_path, python3=BARE)
    assert done.returncode == 1
    assert "python3-venv" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_the_database_server_starts_in_a_shell_without_sbin_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    monkeypatch.setenv("PATH", "/usr/local/bin")
    with system_programs():
        assert shutil.which("useradd") or useradd is None or Path(useradd).parent.name != "sbin"
    assert shutil.which("useradd") is None


def test_where_uv_is_nothing_happens(tmp_path: Path) -> None:
    done = bring_uv(tmp_path, uv="#!/bin/sh\n")
    assert (done.returncode, done.stderr) == (0, "")
