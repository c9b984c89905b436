"""The trained part of reading: two heads, one of readings and one of safety, kept in a file beside the data.

The file's name holds a hash of the examples and of the trainer, so a change of either trains once more; its
last bytes hold a hash of the rest, so a damaged file is not read but written again.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from bot.core.model.reading import Asked, Safety
from bot.understanding.head import Head
from bot.understanding.normal import Normaliser
from bot.understanding.parts import LanguageContent
from bot.understanding.training import VERSION, Line, train

READING_SHARPNESS = 1.0  # > 1: surer than trained; measured on a writer that was held out
LEAST_OF_READINGS = 40  # of 127: features of smaller weight are left out, which halves the file
LEAST_OF_DANGERS = 24
DANGER_WEIGHT = 10.0  # an overlooked danger costs this many times a needless question
KEPT = 3  # files in a folder, the newest: contents may take turns
_DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True)
class Model:
    """Probabilities of what a line means and of what it tells of danger."""

    readings: Head
    dangers: Head

    @classmethod
    def trained(cls, languages: Mapping[str, LanguageContent]) -> Self:
        """A model of the examples of these languages, by code. Takes about a minute for 18 000 lines on one
        core."""
        normal = Normaliser({code: each.words for code, each in languages.items()})
        examples = [(code, example) for code, each in languages.items() for example in each.examples]
        readings = [Line(one.line, one.asked, one.reading, normal(one.line, code)) for code, one in examples]
        dangers = [Line(one.line, "", one.safety) for _, one in examples]
        return cls(train(readings, LEAST_OF_READINGS), train(dangers, LEAST_OF_DANGERS))

    @classmethod
    def of(cls, languages: Mapping[str, LanguageContent], folder: Path, *others: Path) -> Self:
        """The model of these examples, read from `folder` or one of `others`; otherwise it is trained, and
        written to `folder`."""
        name = f"understanding-{fingerprint(languages)[:16]}.bin"
        for place in (folder, *others):
            if kept := cls._read(place / name):
                return kept
        model = cls.trained(languages)
        _write(folder / name, model.to_bytes())
        return model

    def probabilities(self, text: str, asked: Asked, normal: str) -> dict[str, float]:
        """The probability of each reading (a value of `Meaning`). `normal`: the text's normal form."""
        return self.readings.probabilities(text, asked.value, READING_SHARPNESS, normal)

    def safety(self, text: str) -> dict[str, float]:
        """The weighed share of no danger, and that of the likeliest danger; never `Safety.CLEAR`."""
        shares = self.dangers.probabilities(text)
        none = shares.pop(Safety.NONE, 0.0)
        shares[Safety.UNCLEAR] = shares.get(Safety.UNCLEAR, 0.0) + shares.pop(Safety.CLEAR, 0.0)
        likeliest = max(shares, key=lambda name: shares[name])
        danger = (1.0 - none) * DANGER_WEIGHT
        return {Safety.NONE.value: none / (none + danger), Safety(likeliest).value: danger / (none + danger)}

    def to_bytes(self) -> bytes:
        parts = [self.readings.to_bytes(), self.dangers.to_bytes()]
        body = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        return body + hashlib.sha256(body).digest()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The model in `data`; raises ValueError where its hash does not fit."""
        body, digest = data[:-_DIGEST_BYTES], data[-_DIGEST_BYTES:]
        if not body or hashlib.sha256(body).digest() != digest:
            raise ValueError("the file of the trained model is damaged")
        size = int.from_bytes(body[:4], "big")
        return cls(Head.from_bytes(body[4 : 4 + size]), Head.from_bytes(body[8 + size :]))

    @classmethod
    def _read(cls, path: Path) -> Self | None:
        try:
            return cls.from_bytes(path.read_bytes())
        except (OSError, ValueError):
            return None


def fingerprint(languages: Mapping[str, LanguageContent]) -> str:
    """A hash of the examples, in their order, of the words that make their normal form, and of the trainer's
    version."""
    rows = [
        [code, example.asked, example.safety, example.reading, example.line]
        for code, each in languages.items()
        for example in each.examples
    ]
    words = {code: asdict(each.words) for code, each in languages.items()}
    return hashlib.sha256(json.dumps([VERSION, rows, words], default=sorted).encode()).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Replace the file in one step, so that a reader sees all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".understanding-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    models = path.parent.glob("understanding-*.bin")
    for stale in sorted(models, key=lambda each: each.stat().st_mtime_ns)[:-KEPT]:
        stale.unlink(missing_ok=True)
