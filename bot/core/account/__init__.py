"""Joined accounts, privacy, rest and help in a crisis."""
