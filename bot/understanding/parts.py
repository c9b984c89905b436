"""The content of understanding as it is read, and the ports of the parts that the reader uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from bot.core.model.reading import Asked, Meaning, Safety


class Example(NamedTuple):
    """One line of examples/<writer>.tsv. `value` is "" for none."""

    asked: Asked
    safety: Safety
    reading: Meaning
    value: str
    line: str


@dataclass(frozen=True, slots=True)
class Words:
    """words.yaml of a language. All phrases are in `normal.plain` form.

    `emoji`: sign → words; `reactions`: sign → the answer that it gives below the check-in's question;
    `look_alikes`: letter → Latin letter; `slang`: phrase → words in full. `fillers`
    say nothing and are left out. `light` words stay, but count for nothing in the score of a pattern.
    `hedges`, `negations`, `turns` ("but") and `exceptions` make an answer one to ask about, or to be
    surer of. `degrees`: phrase → share of a
    plan (0–1); `feelings`: phrase → name of the feeling.
    """

    emoji: Mapping[str, str] = field(default_factory=dict)
    reactions: Mapping[str, Meaning] = field(default_factory=dict)
    look_alikes: Mapping[str, str] = field(default_factory=dict)
    slang: Mapping[str, str] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    exceptions: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    degrees: Mapping[str, float] = field(default_factory=dict)
    feelings: Mapping[str, str] = field(default_factory=dict)


class Sentence(NamedTuple):
    """One sentence of patterns.yaml as it is written, its parts put in, and the line (from 1) of the file."""

    meaning: Meaning
    written: str
    line: int


class Match(NamedTuple):
    """A pattern that was found. `score`: share of the line's content words that it holds, 0–1."""

    meaning: Meaning
    score: float
    rule: str


class SafetyReading(NamedTuple):
    safety: Safety
    rule: str


class DangerRules(Protocol):
    """Danger by rules, in every language at once."""

    def read(self, text: str) -> SafetyReading: ...


class TrainedModel(Protocol):
    """Shares of probability, by the values of `Meaning` and of `Safety`. `normal`: the text's normal form."""

    def probabilities(self, text: str, asked: Asked, normal: str) -> Mapping[str, float]: ...

    def safety(self, text: str) -> Mapping[str, float]: ...


@dataclass(frozen=True, slots=True)
class Thresholds:
    """understanding.yaml; shares from 0 to 1. `never_alone`: readings that the model may only propose;
    `act_model_of`: readings that need another probability than `act_model`."""

    act_rule: float
    act_model: float
    act_model_strained: float
    act_together: float
    act_value: float
    ask_rule: float
    ask_model: float
    ask_first: float
    safety_unclear: float
    never_alone: frozenset[Meaning]
    act_model_of: Mapping[Meaning, float]

    def of_model(self, meaning: Meaning) -> float:
        """The probability from which on the model's word for a reading is acted on."""
        return self.act_model_of.get(meaning, self.act_model)


@dataclass(frozen=True, slots=True)
class LanguageContent:
    """All that one language has for understanding."""

    words: Words = field(default_factory=Words)
    sentences: tuple[Sentence, ...] = ()
    examples: tuple[Example, ...] = ()
