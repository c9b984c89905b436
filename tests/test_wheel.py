"""The wheel, installed somewhere else: it brings its content and migrations, and works from any folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from bot.understanding import assembly
from tests.program import ROOT, Program

SOURCES = ("bot", "content", "migrations", "pyproject.toml", "README.md", "LICENSE", "NOTICE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built in a copy, so that the build leaves nothing in this folder."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out], cwd=source, check=True
    )
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; the libraries are those of this one, which is quick."""
    folder = tmp_path_factory.mktemp("elsewhere") / "with blank"
    uv = shutil.which("uv") or str(Path(sys.executable).parent / "uv")
    subprocess.run([uv, "venv", "--quiet", "--offline", "--python", sys.executable, folder], check=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [uv, "pip", "install", "--quiet", "--offline", "--no-deps", "--python", python, wheel], check=True
    )
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "libraries.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    shutil.copytree(assembly.BUILT, folder / assembly.BUILT.relative_to(sys.prefix))  # a minute's training
    return folder


def test_the_wheel_holds_everything_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {name for name in names if not name.split("/")[0].endswith(".dist-info")}
    tracked = subprocess.run(
        ["git", "ls-files", *SOURCES[:3]], cwd=ROOT, capture_output=True, text=True, check=True
    )
    wanted = {name if name.startswith("bot/") else f"bot/shipped/{name}" for name in tracked.stdout.split()}
    assert wanted <= shipped
    assert {name.split("/")[0] for name in shipped} == {"bot"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_the_wheel_brings_its_licence_and_whose_data_it_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        kept = {name.rpartition("/")[2]: name for name in packed.namelist() if "/licenses/" in name}
        assert packed.read(kept["LICENSE"]) == (ROOT / "LICENSE").read_bytes()
        assert b"GeoNames" in packed.read(kept["NOTICE"])
        (metadata,) = (name for name in packed.namelist() if name.endswith(".dist-info/METADATA"))
        assert b"\nLicense-Expression: MIT\n" in packed.read(metadata)


def test_it_works_somewhere_else(installed: Path, tmp_path: Path) -> None:
    program = Program(tmp_path, python=str(installed / "bin" / "python"), source="")
    where = program.python_runs("-c", "import bot; print(bot.__file__)").stdout
    assert Path(where.strip()).is_relative_to(installed)
    script = Program(tmp_path, python=str(installed / "bin" / "scrollwise"), source="")
    assert script.python_runs("--version").stdout.startswith("scrollwise ")
    chat = script.python_runs("run", given="1\n")
    assert (chat.returncode, chat.stderr) == (0, "")
    assert "What matters most" in chat.stdout
    assert (program.data / "scrollwise.db").exists()
