"""Lessons: how feeds, data and people work, two minutes at a time."""
