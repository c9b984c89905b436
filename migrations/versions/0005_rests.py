"""Since when a plan or a person rests is kept, so that the days before stay as they were."""

from datetime import date, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_PLANS = sa.table(
    "enrolments",
    sa.column("id", sa.BigInteger),
    sa.column("started_on", sa.Date),
    sa.column("state", sa.String),
    sa.column("paused_until", sa.Date),
    sa.column("rests", sa.Text),
)
_PERSONS = sa.table(
    "persons",
    sa.column("id", sa.BigInteger),
    sa.column("rest", sa.String),
    sa.column("paused_until", sa.Date),
    sa.column("seen_at", sa.DateTime(timezone=True)),
    sa.column("rests", sa.Text),
)
_ENTRIES = sa.table("entries", sa.column("enrolment_id", sa.BigInteger), sa.column("day", sa.Date))


def upgrade() -> None:
    for table in ("persons", "enrolments"):
        op.add_column(table, sa.Column("rests", sa.Text(), nullable=False, server_default=""))
    _people()
    _plans()


def _people() -> None:
    """Whoever is at rest was last seen before, or on the day on which it began."""
    stopped = _PERSONS.c.rest.in_(("stopped", "care"))
    resting = sa.select(_PERSONS).where(stopped | _PERSONS.c.paused_until.is_not(None))
    for person in op.get_bind().execute(resting).all():
        until = None if person.rest in ("stopped", "care") else person.paused_until
        _keep(_PERSONS, person.id, person.seen_at.date(), until)


def _plans() -> None:
    """A plan that rests was last answered before it did; nobody knows more than that."""
    last = (
        sa.select(_ENTRIES.c.enrolment_id, sa.func.max(_ENTRIES.c.day).label("day"))
        .group_by(_ENTRIES.c.enrolment_id)
        .subquery()
    )
    plans = sa.select(_PLANS, sa.type_coerce(last.c.day, sa.Date).label("answered")).outerjoin(
        last, last.c.enrolment_id == _PLANS.c.id
    )
    for plan in op.get_bind().execute(plans.where(_PLANS.c.state != "active")).all():
        begun = plan.answered + timedelta(days=1) if plan.answered else plan.started_on
        _keep(_PLANS, plan.id, begun, plan.paused_until if plan.state == "paused" else None)


def _keep(table: sa.TableClause, number: int, first: date, until: date | None) -> None:
    if until is None or first < until:
        rests = {"rests": f"{first}/{until or ''}"}
        op.execute(sa.update(table).where(table.c.id == number).values(rests))
