"""The week: its numbers and its summary."""
