"""Prompts, reflections and the journal."""
