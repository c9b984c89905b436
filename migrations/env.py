"""Alembic's way in. `bot.db.migrate` hands over its connection, with the transaction already begun."""

from alembic import context

from bot.db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by building it anew
)
with context.begin_transaction():
    context.run_migrations()
