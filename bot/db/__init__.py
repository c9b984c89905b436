"""Where everything is kept: SQLite as it comes, PostgreSQL by one setting.

`database.Database` is the way in.
"""
