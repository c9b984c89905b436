"""Typed words are understood: a line becomes a `bot.core.model.reading.Reading`, on this machine alone."""
