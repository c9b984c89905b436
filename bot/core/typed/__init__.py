"""Readers of typed text: numbers, times, dates, weekdays, ages, and words that stand for a command."""
