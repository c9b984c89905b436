# Two commands matter: `make run` and `make test`. Each sets up all that it needs; a machine with make and
# Python 3.11 or newer will do. `make help` lists the others.
UV = $$(command -v uv || echo .venv/bin/uv)
# What somebody's shell exports must not leak into the project's own environment.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME UV_PROJECT_ENVIRONMENT
# Behind a company's proxy the machine's own certificates are the ones that hold.
export UV_SYSTEM_CERTS ?= 1
# The tests know what they set; somebody's own bot must not be what is tested.
UNSET = unset $$(env | sed -n 's/^\(SCROLLWISE_[A-Za-z0-9_]*\)=.*/\1/p')

.PHONY: help run test lint fix quick transcripts migration bench setup

help:  ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name what; do \
		printf '%-20s %s\n' "$$name" "$$what"; done

setup: .venv/.ready  ## what the others need, in .venv

# --inexact keeps the uv that was brought into .venv.
.venv/.ready: pyproject.toml uv.lock
	@sh .ci/bring-uv
	@$(UV) sync --quiet --frozen --inexact
	@.venv/bin/scrollwise content build
	@touch $@

run: setup  ## the coach: SQLite, in this terminal, with nothing configured
	@.venv/bin/scrollwise run

lint: setup  ## style, types, layers
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo

test: lint  ## all checks and tests
	@$(UNSET); .venv/bin/pytest -n 4 --dist worksteal

fix: setup  ## mend what ruff can mend: imports, style
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

quick: setup  ## the tests near what changed since main (SINCE=<commit>: since another one)
	@$(UNSET); .venv/bin/python .ci/near.py "$(or $(SINCE),main)"

transcripts: setup  ## write what the coach answers in tests/transcripts anew; read the diff
	@$(UNSET); SCROLLWISE_WRITE_TRANSCRIPTS=1 .venv/bin/pytest -n 4 tests/transcripts || true
	@git --no-pager diff --stat -- tests/transcripts

migration: setup  ## MESSAGE="what changes": a new file in migrations/versions, to be read and put right
	@test -n "$(MESSAGE)" || { echo 'Say what changes: make migration MESSAGE="…"' >&2; exit 2; }
	@$(UNSET); MESSAGE="$(MESSAGE)" sh .ci/migration

bench: setup  ## what it costs, in ratios
	@$(UNSET); .venv/bin/python -m tests.bench
