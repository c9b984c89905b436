"""Everything that is kept: SQLite as it comes, PostgreSQL by one setting."""
