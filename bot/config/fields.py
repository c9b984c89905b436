"""Types of settings that several sections use, and the base of a section."""

from __future__ import annotations

from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "SCROLLWISE_"


class Section(BaseSettings):
    """Settings of one subject. Fields are named like their variables, without the prefix."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True, frozen=True
    )


def _address(*schemes: str) -> AfterValidator:
    def check(value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in schemes or not parts.hostname:
            raise ValueError(f"must be an address that begins with {' or '.join(s + '://' for s in schemes)}")
        return value

    return AfterValidator(check)


WebAddress: TypeAlias = Annotated[str, _address("https", "http")]
SocketAddress: TypeAlias = Annotated[str, _address("wss", "ws")]
Rate: TypeAlias = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]
"""Times a second."""
