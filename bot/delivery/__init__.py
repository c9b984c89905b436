"""Sends what is due: claim, compose, send, record."""
