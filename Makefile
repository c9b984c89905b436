# Two commands matter: `make run` and `make test`. Each sets up all that it needs.
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .venv/bin/uv)
# What the shell of the person exports must not leak into the project's own environment.
unexport VIRTUAL_ENV

.PHONY: run test lint bench setup

setup: .venv/.ready

# --inexact keeps the uv that was fetched into .venv where the machine has none.
.venv/.ready: pyproject.toml uv.lock
	@command -v uv >/dev/null 2>&1 || test -x .venv/bin/uv || \
		{ $(PYTHON) -m venv .venv && .venv/bin/python -m pip install --quiet --disable-pip-version-check uv; }
	$(UV) sync --quiet --frozen --inexact
	@touch $@

run: setup
	@.venv/bin/scrollwise run

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

test: lint
	.venv/bin/pytest -n 2

bench: setup
	.venv/bin/python -m tests.bench
