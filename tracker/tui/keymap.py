"""The keys of the desk, screen by screen, and an editor's own keys in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from textual.binding import Binding
from textual.keys import _character_to_key

from tracker.domain.errors import BadInputError
from tracker.domain.visible import visible
from tracker.tui.widgets.key_signs import key_sign

_OURS = "tracker.tui."


def bound(owner: Any) -> Iterator[Binding]:
    """What a screen or widget binds, with what it inherits from ours."""
    for one in owner.__mro__:
        if one.__module__.startswith(_OURS):
            yield from one.__dict__.get("BINDINGS", ())


def own_keys(
    keys: Mapping[str, str], app: Any, screens: Mapping[str, Sequence[Any]]
) -> dict[str, str]:
    """Check the keys that an editor gave to actions; they come back as Textual names them.

    ``screens`` are the classes that bind keys on each screen, by its name, but for the app's.

    Raises:
        BadInputError: there is no such action, or a screen would have one key for two of them.
    """
    owners = [app, *(owner for every in screens.values() for owner in every)]
    known = {one.id for owner in owners for one in bound(owner)}
    for action in keys:
        if action not in known:
            raise BadInputError(
                f"the settings file gives a key to “{visible(action)}”, which is no action; "
                "“tracker help keys” lists them."
            )
    wanted = {action: ",".join(map(_name, each.split(","))) for action, each in keys.items()}
    for name, every in screens.items():
        _check(name, [one for owner in (app, *every) for one in bound(owner)], wanted)
    return wanted


def _check(name: str, bindings: list[Binding], wanted: Mapping[str, str]) -> None:
    taken: dict[str, str] = {}
    for binding in bindings:
        action = binding.id or ""
        for key in wanted.get(action, binding.key).split(","):
            other = taken.setdefault(_name(key), action)
            if other != action and {other, action} & wanted.keys():
                both = " and ".join(sorted((other, action)))
                raise BadInputError(
                    f"the settings file gives the key “{visible(_sign(key))}” to {both}, both on "
                    f"the screen “{name}”; choose another for one of them."
                )


def _name(key: str) -> str:
    """Write a key as Textual names it: “?” is question_mark, “ctrl+k” stays."""
    key = key.strip()
    return _character_to_key(key) if len(key) == 1 else key


def _sign(key: str) -> str:
    return key_sign(Binding(key, "", ""))
