"""Strict local counterparts of the platforms, where they lie beside the repository. Without them the tests
here are skipped."""

from __future__ import annotations

import sys
from pathlib import Path

JUDGE = Path(__file__).resolve().parents[2].parent / "shared" / "judge"
if JUDGE.is_dir():
    sys.path.append(str(JUDGE))
