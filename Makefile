# Two commands matter: `make run` and `make test`. Each sets up all that it needs; a machine with make and
# Python 3.11 or newer will do.
UV = $$(command -v uv || echo .venv/bin/uv)
# What somebody's shell exports must not leak into the project's own environment.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME UV_PROJECT_ENVIRONMENT
# Behind a company's proxy the machine's own certificates are the ones that hold.
export UV_SYSTEM_CERTS ?= 1
# The tests know what they set; somebody's own bot must not be what is tested.
UNSET = unset $$(env | sed -n 's/^\(SCROLLWISE_[A-Za-z0-9_]*\)=.*/\1/p')

.PHONY: run test lint bench setup

setup: .venv/.ready

# --inexact keeps the uv that was brought into .venv.
.venv/.ready: pyproject.toml uv.lock
	@sh .ci/bring-uv
	@$(UV) sync --quiet --frozen --inexact
	@touch $@

run: setup
	@.venv/bin/scrollwise run

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo

test: lint
	@$(UNSET); .venv/bin/pytest -n 4 --dist worksteal

bench: setup
	@$(UNSET); .venv/bin/python -m tests.bench
