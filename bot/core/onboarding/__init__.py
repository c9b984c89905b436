"""The first conversation."""
