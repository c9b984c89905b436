"""A line is read: safety, then values, then patterns, then the model; then the coach acts, asks back or says
that it does not understand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.core.model.reading import ANSWERS, Asked, Meaning, Reading, Safety, Value
from bot.understanding.normal import LONGEST, Normaliser, bare
from bot.understanding.parts import DangerRules, LanguageContent, Match, Thresholds, TrainedModel, Words
from bot.understanding.patterns import Patterns
from bot.understanding.signals import POLARITY, Signals, signals
from bot.understanding.values import MEANINGS, Found, Values
from bot.understanding.whole_lines import WholeLines

MOST_OTHERS = 2
_DIARY = frozenset({Meaning.KEPT, Meaning.PARTLY, Meaning.MISSED})
_WITH_VALUE = {meaning: asked for asked, meaning in MEANINGS.items()}
_WITH_DATE = frozenset({Meaning.PAUSE, Meaning.DATE})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with all that its parts found. `model`: readings by probability, the likeliest first."""

    text: str
    language: str
    asked: Asked
    today: date
    signals: Signals
    value: Found | None
    matches: tuple[Match, ...] = ()
    model: Mapping[Meaning, float] = field(default_factory=dict)

    def rule(self, meaning: Meaning) -> float:
        return next((match.score for match in self.matches if match.meaning is meaning), 0.0)


class Reader:
    """Reads lines of every language of the content. Without a model the patterns decide alone; without safety
    rules every line is `Safety.NONE`."""

    def __init__(
        self,
        thresholds: Thresholds,
        languages: Mapping[str, LanguageContent],
        grammar: Mapping[str, Mapping[str, frozenset[str]]],
        model: TrainedModel | None = None,
        safety: DangerRules | None = None,
        whole_lines: WholeLines | None = None,
    ) -> None:
        self.normal = Normaliser({code: each.words for code, each in languages.items()})
        self.patterns = Patterns(languages)
        self._limits = thresholds
        self._languages = languages
        self._values = Values(grammar)
        self._model = model
        self._safety = safety
        self._whole_lines = whole_lines or WholeLines({})

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that have content for understanding."""
        return tuple(self._languages)

    def read(self, text: str, *, language: str, asked: Asked, today: date) -> Reading:
        """Never raises for any text. `today`: the person's day."""
        safety, rule = self._heard(text)
        line = self._line(text[:LONGEST], language, asked, today)
        reading = self._decided(line)
        found = line.signals
        return replace(
            reading,
            safety=safety,
            polarity=0 if reading.meaning is Meaning.UNCLEAR else POLARITY.get(reading.meaning, 0),
            degree=found.degree if reading.meaning in _DIARY else None,
            feeling=found.feeling,
            why=" ".join(part for part in (reading.why, rule) if part),
        )

    def reaction(self, sign: str, *, language: str) -> Meaning | None:
        """The answer that an emoji below the check-in's question gives; None for one that gives none. Words
        beside it, or a second emoji, make it none."""
        content = self._languages.get(language)
        return content.words.reactions.get(bare(sign)) if content else None

    def danger(self, text: str) -> Safety:
        """The danger that a text tells of. Never raises for any text."""
        return self._heard(text)[0]

    def _heard(self, text: str) -> tuple[Safety, str]:
        """The rules' word; the model may only raise nothing to a careful question or to a harm."""
        read = self._safety.read(text) if self._safety else None
        if read and read.safety is not Safety.NONE:
            return read.safety, read.rule
        shares = dict(self._model.safety(text[:LONGEST])) if self._model else {}
        shares.pop(Safety.CLEAR, None)
        likeliest = max(shares, key=lambda name: shares[name], default=Safety.NONE)
        if likeliest != Safety.NONE and shares[likeliest] >= self._limits.safety_unclear:
            return Safety(likeliest), f"safety model {shares[likeliest]:.2f}"
        return Safety.NONE, ""

    def _line(self, text: str, language: str, asked: Asked, today: date) -> _Line:
        normal = self.normal(text, language)
        words = self._languages[language].words if language in self._languages else Words()
        shares = self._model.probabilities(text, asked, normal) if self._model and normal else {}
        likely = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))
        return _Line(
            text, language, asked, today,
            signals(normal, words),
            self._values.find(text, language, asked, today),
            tuple(match for match in self.patterns.best(normal, language) if _may_be(match.meaning, asked)),
            {Meaning(name): share for name, share in likely},
        )  # fmt: skip

    def _decided(self, line: _Line) -> Reading:
        parts = (self._of_whole_line, self._of_value, self._of_rule, self._of_model)
        for reading in (part(line) for part in parts):
            if reading is not None:
                return self._with_value(reading, line)
        return self._with_value(self._asked_back(line), line)

    def _of_whole_line(self, line: _Line) -> Reading | None:
        found = self._whole_lines.read(line.text, line.language, line.asked)
        return Reading(found[0], is_sure=found[1], why="phrase") if found else None

    def _of_value(self, line: _Line) -> Reading | None:
        """A value for the open question: sure where it is the line, or the only one of a line that nothing
        else claims."""
        if line.value is None or self._claimed(line):
            return None
        meaning = MEANINGS[line.asked]
        likely = line.model.get(meaning, 0.0) >= self._limits.act_value
        clear = line.value.whole or (likely and not line.value.several)
        place = line.value.place and meaning is Meaning.MINUTES  # "pretty good, a 4"
        sure = clear and not (line.value.likely or place)
        others = self._choices(line, besides=meaning)
        if place:
            others = (Meaning.NUMBER, *(each for each in others if each is not Meaning.NUMBER))[:MOST_OTHERS]
        return Reading(meaning, line.value.value, sure, () if sure else others, why="value")

    def _claimed(self, line: _Line) -> bool:
        """Whether a line with a value is rather about something else."""
        if line.value is None or line.value.whole:
            return False
        best = line.matches[0] if line.matches else None
        if best and best.score >= self._limits.act_rule:
            return True
        likeliest = next(iter(line.model), None)
        if likeliest is None or likeliest is MEANINGS[line.asked]:
            return False
        return line.model[likeliest] >= self._limits.act_model

    def _of_rule(self, line: _Line) -> Reading | None:
        best = line.matches[0] if line.matches else None
        if best is None or best.score < self._limits.act_rule:
            return None
        rival = any(match.score == best.score for match in line.matches[1:])
        opposed = any(
            share >= self._limits.act_model and meaning is not best.meaning
            for meaning, share in line.model.items()
        )
        strained = line.signals.strained(best.meaning)
        unlike = strained and line.model.get(best.meaning, 0.0) < self._limits.act_model
        sure = not (rival or opposed or unlike or line.signals.mixed(best.meaning))
        others = () if sure else self._choices(line, besides=best.meaning)
        return Reading(best.meaning, None, sure, others, why=f"rule {best.rule} {best.score:.2f}")

    def _of_model(self, line: _Line) -> Reading | None:
        meaning = next(iter(line.model), None)
        if meaning is None or meaning in MEANINGS.values():
            return None  # a number that the grammar cannot read is never booked
        share, rule = line.model[meaning], line.rule(meaning)
        together = rule >= self._limits.ask_rule and share >= self._limits.act_together
        strained = line.signals.strained(meaning)
        least = self._limits.act_model_strained if strained else self._limits.of_model(meaning)
        if not together and (share < least or meaning in self._limits.never_alone):
            return None
        if meaning is not Meaning.UNCLEAR and line.signals.mixed(meaning):
            return None
        return Reading(meaning, None, is_sure=True, why=f"model {share:.2f} rule {rule:.2f}")

    def _asked_back(self, line: _Line) -> Reading:
        likeliest = next(iter(line.model), Meaning.UNCLEAR)
        choices = self._choices(line, besides=None)
        unlikely = line.model.get(likeliest, 0.0) < self._limits.ask_first
        if not choices or ((likeliest is Meaning.UNCLEAR or unlikely) and not line.matches):
            return Reading(others=choices[:MOST_OTHERS], why="unclear")
        return Reading(choices[0], others=choices[1 : 1 + MOST_OTHERS], why=f"ask {choices[0]}")

    def _choices(self, line: _Line, besides: Meaning | None) -> tuple[Meaning, ...]:
        """The meanings that the line may have, likeliest first."""
        chances = {meaning: share for meaning, share in line.model.items() if share >= self._limits.ask_model}
        for match in line.matches:
            if match.score >= self._limits.ask_rule:
                chances[match.meaning] = max(match.score, chances.get(match.meaning, 0.0))
        length = self._values.has_length(line.text, line.language, line.today)
        if length is not None and line.asked is not Asked.MINUTES:
            chances[Meaning.MINUTES] = 1.0
        ranked = sorted(chances, key=lambda meaning: (-chances[meaning], meaning))
        most = MOST_OTHERS + (besides is None)
        return tuple(each for each in ranked if each not in (besides, Meaning.UNCLEAR))[:most]

    def _with_value(self, reading: Reading, line: _Line) -> Reading:
        """The value that belongs to a reading which came without one."""
        if reading.value is not None:
            return reading
        value = self._value_of(reading.meaning, line)
        return replace(reading, value=value) if value is not None else reading

    def _value_of(self, meaning: Meaning, line: _Line) -> Value | None:
        if meaning is Meaning.TIME_CHANGE:
            days = self._values.days(line.text, line.language, line.today)
            found = self._values.find(line.text, line.language, Asked.TIME, line.today)
            return found.value if found else days
        asked = Asked.DATE if meaning in _WITH_DATE else _WITH_VALUE.get(meaning)
        found = self._values.find(line.text, line.language, asked, line.today) if asked else None
        return found.value if found else None


def _may_be(meaning: Meaning, asked: Asked) -> bool:
    """Whether a pattern's answer fits the open question; how a plan went is asked at the check-in alone."""
    if meaning in _DIARY:
        return asked is Asked.CHECKIN
    return meaning not in ANSWERS or asked is not Asked.NOTHING
