"""Metrics for Prometheus. Labels are kinds, platforms and reasons; never a name, a number or words of a
person.

https://prometheus.io/docs/practices/naming/
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client import GCCollector as Garbage
from prometheus_client import PlatformCollector as Python
from prometheus_client import ProcessCollector as Process

from bot.core.model.nudge import NudgeKind
from bot.core.model.reading import Asked
from bot.delivery.ports import DeliveryMetrics

LATENESS_BUCKETS = (1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600, 6 * 3600)  # seconds
DURATION_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)  # seconds


class Metrics(DeliveryMetrics):
    """One for each process, with a registry of its own. It is the deliveries' watch as well."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        for collector in (Process, Python, Garbage):
            collector(registry=self.registry)
        self._claimed = self._counter("claimed", "messages that were due and were looked at")
        self._sent = self._counter("sent", "messages that arrived", "kind", "platform")
        self._unknown = self._counter("unknown", "messages that perhaps arrived", "kind", "platform")
        self._dropped = self._counter("dropped", "messages that no longer made sense", "kind", "reason")
        self._refused = self._counter("refused", "messages refused for good", "kind", "platform")
        self._put_off = self._counter("put_off", "messages refused for now", "kind", "platform")
        self._turns = self._counter("turns", "answers to people", "platform")
        self._errors = self._counter("errors", "errors in the log", "logger")
        self._passed = self._counter("passed_over", "events that could not be handled", "platform")
        self._missed = self._counter("missed_lines", "lines not understood", "language", "asked")
        self._late = self._histogram(
            "lateness_seconds", "from the promised moment to the arrival", LATENESS_BUCKETS
        )
        self._turn = self._histogram("turn_seconds", "from an event to its stored answer", DURATION_BUCKETS)
        self.due = self._gauge("due", "messages that are due and wait")
        self.up = self._gauge("database_up", "1 while the database answers")
        self.oldest = self._gauge("oldest_event_seconds", "how long the oldest event has waited")
        self.asking = self._gauge("database_seconds", "how long the database took to answer")

    def _counter(self, name: str, words: str, *labels: str) -> Counter:
        return Counter(f"scrollwise_{name}", words, labels, registry=self.registry)

    def _histogram(self, name: str, words: str, buckets: tuple[float, ...]) -> Histogram:
        return Histogram(f"scrollwise_{name}", words, ("platform",), buckets=buckets, registry=self.registry)

    def _gauge(self, name: str, words: str) -> Gauge:
        return Gauge(f"scrollwise_{name}", words, registry=self.registry)

    def page(self) -> bytes:
        """Everything, in Prometheus' text format 0.0.4."""
        return generate_latest(self.registry)

    # --- the watch of the deliveries

    def claimed(self, rows: int) -> None:
        self._claimed.inc(rows)

    def sent(self, kind: NudgeKind, platform: str, late: float | None, *, certain: bool) -> None:
        (self._sent if certain else self._unknown).labels(kind.value, platform).inc()
        if late is not None:
            self._late.labels(platform).observe(max(late, 0))

    def dropped(self, kind: NudgeKind, reason: str, times: int) -> None:
        self._dropped.labels(kind.value, reason).inc(times)

    def refused(self, kind: NudgeKind, platform: str) -> None:
        self._refused.labels(kind.value, platform).inc()

    def put_off(self, kind: NudgeKind, platform: str) -> None:
        self._put_off.labels(kind.value, platform).inc()

    # --- turns and errors

    @contextmanager
    def turn(self, platform: str) -> Iterator[None]:
        with self._turn.labels(platform).time():
            yield
        self._turns.labels(platform).inc()

    def missed_line(self, language: str, asked: Asked) -> None:
        self._missed.labels(language, asked.value).inc()

    def passed_over(self, platform: str) -> None:
        self._passed.labels(platform).inc()

    @contextmanager
    def errors_counted(self) -> Iterator[None]:
        """Counts every error that is logged, by its logger's name."""
        root, handler = logging.getLogger(), _Counting(self._errors)
        root.addHandler(handler)
        try:
            yield
        finally:
            root.removeHandler(handler)


class _Counting(logging.Handler):
    def __init__(self, errors: Counter) -> None:
        super().__init__(logging.ERROR)
        self._errors = errors

    def emit(self, record: logging.LogRecord) -> None:
        self._errors.labels(record.name).inc()
