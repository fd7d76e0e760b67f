"""What the ledger's columns are made of: identities, vocabularies, foreign keys, times."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Identity,
    Integer,
    String,
    Text,
    false,
    text,
)
from sqlalchemy.schema import SchemaItem

from tracker.domain.timerange import Precision
from tracker.store.types import Utc, Word


def identity() -> list[SchemaItem]:
    """Every thing with a public id has a number never used twice, a uid, and a version."""
    return [
        Column("id", Integer, Identity(), primary_key=True),
        Column("uid", String(32), nullable=False, unique=True),
        Column("version", Integer, nullable=False, server_default=text("1")),
    ]


def word(
    name: str, vocabulary: type[StrEnum], *, optional: bool = False, primary_key: bool = False
) -> tuple[Column[StrEnum], CheckConstraint]:
    """A column for a word of a vocabulary, with the check that holds it to it."""
    listed = ", ".join(f"'{member.value}'" for member in vocabulary)
    return (
        Column(name, Word(vocabulary), nullable=optional, primary_key=primary_key),
        CheckConstraint(f"{name} IN ({listed})", name=name),
    )


def to(
    name: str,
    target: str,
    *,
    optional: bool = False,
    owned: bool = False,
    primary_key: bool = False,
) -> Column[int]:
    """A foreign key; an owned row goes with its owner."""
    return Column(
        name,
        ForeignKey(target, ondelete="CASCADE" if owned else "RESTRICT", onupdate="CASCADE"),
        nullable=optional,
        primary_key=primary_key,
    )


def said(name: str) -> Column[str]:
    """A text that is empty rather than absent."""
    return Column(name, Text, nullable=False, server_default=text("''"))


def flag(name: str) -> Column[bool]:
    """A yes or no, no by default."""
    return Column(name, Boolean(create_constraint=False), nullable=False, server_default=false())


def time_range(prefix: str) -> list[SchemaItem]:
    """The columns of a time: its words, range and precision."""
    precision, check = word(f"{prefix}_precision", Precision, optional=True)
    return [
        Column(f"{prefix}_words", Text),
        Column(f"{prefix}_start", Utc),
        Column(f"{prefix}_end", Utc),
        precision,
        check,
    ]


def position() -> Column[int]:
    """The place of a part within its owner, from 0."""
    return Column("position", Integer, primary_key=True, autoincrement=False)
