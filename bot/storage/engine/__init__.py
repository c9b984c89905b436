"""Connections, column types, errors and keys of the database."""
