"""Records of which only some fields were loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self


class NotLoaded(RuntimeError):
    """A field was read that was not loaded. The flow or the kind of nudge that reads it must declare it in
    its `SnapshotNeeds`."""

    def __init__(self, record: str, field: str) -> None:
        super().__init__(
            f"{record}.{field} was not loaded: add it to the needs of the flow or nudge kind that reads it"
        )


class Partial:
    """A base for frozen dataclasses with slots. A field that was not loaded is an empty slot: reading a
    loaded field costs nothing extra, and reading any other raises NotLoaded.

    Subclasses are declared with `eq=False` and `repr=False`, because the methods that a dataclass would get
    read every field.
    """

    __slots__ = ()

    @classmethod
    def loaded(cls, **fields: Any) -> Self:
        """A record with these fields only; all others are not loaded, also those with defaults."""
        made = object.__new__(cls)
        for name, value in fields.items():
            object.__setattr__(made, name, value)
        return made

    def replace(self, **changes: Any) -> Self:
        """The same record with other values in some fields. A field that was not loaded and is not among
        `changes`
        stays so. Raises AttributeError for a field that does not exist."""
        return self.loaded(**(self._fields() | changes))

    def _fields(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        names: tuple[str, ...] = self.__slots__
        for name in names:
            try:  # here twice as quick as contextlib.suppress
                found[name] = getattr(self, name)
            except NotLoaded:
                continue
        return found

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self._fields().items())})"

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Partial) and type(other) is type(self) and self._fields() == other._fields()

    __hash__ = None  # type: ignore[assignment]

    if not TYPE_CHECKING:  # hidden from type checkers, which would accept any name because of it

        def __getattr__(self, name: str) -> NoReturn:
            if name in self.__slots__:
                raise NotLoaded(type(self).__name__, name)
            raise AttributeError(f"{type(self).__name__} has no field {name}")
