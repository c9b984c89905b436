"""The image and the compose file, as far as they can be tried without Docker."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.config.settings import PREFIX, Settings
from tests.program import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
OURS = [name for name, service in SERVICES.items() if service.get("image") == "scrollwise"]
KNOWN = {PREFIX + name.upper() for name in Settings.model_fields}


def test_hadolint_has_nothing_to_say() -> None:
    hadolint = Path(sys.executable).parent / "hadolint"
    if not hadolint.exists():
        pytest.skip("hadolint has no package for this system")
    done = subprocess.run([hadolint, "--no-color", ROOT / "Dockerfile"], capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_what_is_copied_is_there_and_not_kept_out() -> None:
    let_in = re.findall(r"^!(\S+)", (ROOT / ".dockerignore").read_text("utf-8"), re.M)
    copied = {
        name for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.M) for name in line.split()[:-1]
    }
    assert copied == set(let_in)
    assert all((ROOT / name).exists() for name in copied)


def test_the_image_runs_as_nobody_in_particular_and_has_a_health_check() -> None:
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    assert re.search(r"^USER (?!0|root)\d+:\d+$", last, re.M)
    assert re.search(r"HEALTHCHECK[^\n]*\n[^\n]*/readyz", last)


def test_every_setting_is_one() -> None:
    named = set(re.findall(rf"({PREFIX}\w+)=", DOCKERFILE))
    named |= {name for service in OURS for name in SERVICES[service]["environment"]}
    assert named <= KNOWN
    assert {"SCROLLWISE_DATABASE_URL", "SCROLLWISE_DATA_DIR"} <= named


def test_the_database_s_address_in_the_compose_file_is_one() -> None:
    for service in OURS:
        given = SERVICES[service]["environment"]["SCROLLWISE_DATABASE_URL"]
        address = re.sub(r"\$\{.*?\}", "hush", given)
        settings = Settings(_env_file=None, database_url=address)  # type: ignore[call-arg]
        assert settings.database == "postgresql+asyncpg://scrollwise:hush@db/scrollwise"
        assert SERVICES[service]["depends_on"] == {"db": {"condition": "service_healthy"}}


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_is_read_only_healthy_and_comes_back(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["tmpfs"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["restart"] == "unless-stopped"
    assert "healthcheck" in service or name in OURS  # ours is in the image
    assert "ports" not in service
    assert {volume.split(":")[0] for volume in service["volumes"]} <= set(COMPOSE["volumes"])


def test_no_secret_stands_in_the_compose_file() -> None:
    for service in SERVICES.values():
        for name, value in service["environment"].items():
            if re.search("PASSWORD|TOKEN|KEY|URL", name):
                assert "${" in value, name
    assert ":?" in SERVICES["db"]["environment"]["POSTGRES_PASSWORD"]
