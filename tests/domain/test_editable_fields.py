"""The editable fields: found by kind and name."""

from __future__ import annotations

import pytest

from tracker.domain.errors import RefusedError
from tracker.domain.fields import FIELDS, field_of
from tracker.domain.reference import Kind, Ref

NAMED = [(kind, field) for field in FIELDS for kind in field.kinds]


@pytest.mark.parametrize(("kind", "field"), NAMED, ids=lambda one: getattr(one, "name", one))
def test_a_field_is_found_by_its_name(kind, field):
    assert field_of(Ref(kind, 1), field.name) is field


def test_no_kind_has_two_fields_of_one_name():
    names = [(kind, field.name) for kind, field in NAMED]
    assert len(names) == len(set(names))


def test_every_field_says_how_its_value_is_written():
    assert all(field.value.strip() for field in FIELDS)


def test_a_field_is_found_in_any_case_and_with_underscores():
    assert field_of(Ref(Kind.SOURCE, 1), "OWN_Origin").name == "own-origin"


@pytest.mark.parametrize("name", ["statement", "", "id", "'; DROP TABLE event;--"])
def test_a_field_of_another_kind_is_refused_and_the_right_ones_named(name):
    with pytest.raises(RefusedError, match=r"^E1 has no field .* it has: title, place, place-name"):
        field_of(Ref(Kind.EVENT, 1), name)


@pytest.mark.parametrize("kind", [Kind.NOTE, Kind.ATTEMPT])
def test_notes_and_attempts_are_never_edited(kind):
    with pytest.raises(RefusedError, match="it has: none"):
        field_of(Ref(kind, 1), "text")
