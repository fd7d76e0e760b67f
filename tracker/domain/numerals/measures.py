"""Units and currencies: what a number that is not a bare count is measured in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.domain.numerals.tokens import Token, token_at, word_at

PERCENT = "%"
MAGNITUDE = "magnitude"
TIMES = "times"

_TIMES = {
    "seconds": "second",
    "minutes": "minute",
    "hours": "hour",
    "days": "day",
    "nights": "night",
    "weeks": "week",
    "months": "month",
    "years": "year",
    "decades": "decade",
    "centuries": "century",
}
TIME_UNITS = frozenset(_TIMES)
_OTHERS = {
    "km": "kilometer kilometers kilometre kilometres kms",
    "m": "meter meters metre metres",
    "cm": "centimeter centimeters centimetre centimetres",
    "mm": "millimeter millimeters millimetre millimetres",
    "miles": "mile",
    "feet": "foot ft",
    "inches": "inch",
    "yards": "yard",
    PERCENT: "percent pct",
    "hectares": "hectare ha",
    "acres": "acre",
    "tons": "ton",
    "tonnes": "tonne",
    "kg": "kilogram kilograms kilo kilos",
    "g": "gram grams",
    "mg": "milligram milligrams",
    "pounds": "pound lb lbs",
    "ounces": "ounce oz",
    "litres": "liter liters litre",
    "gallons": "gallon",
    "barrels": "barrel",
    "kW": "kilowatt kilowatts",
    "MW": "megawatt megawatts",
    "GW": "gigawatt gigawatts",
    "kWh": "",
    "mph": "",
    "kph": "",
    "knots": "knot",
    "degrees": "degree",
    TIMES: "x",
    MAGNITUDE: "",
    "USD": "dollar dollars",
    "EUR": "euro euros",
    "RUB": "ruble rubles rouble roubles",
    "UAH": "hryvnia hryvnias hryvnya",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "francs": "franc",
    "pesos": "peso",
    "INR": "rupee rupees",
    "ILS": "shekel shekels",
    "TRY": "lira liras",
    "cents": "cent",
}
UNIT_WORDS = {
    form.lower(): unit
    for unit, forms in (_TIMES | _OTHERS).items()
    for form in (unit, *forms.split())
}
"""Each word that names a unit, and the unit's one name."""

_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR",
    "₪": "ILS", "₩": "KRW", "₺": "TRY",
}  # fmt: skip
_DOLLARS = {"us": "USD", "a": "AUD", "c": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD"}
_CODES = frozenset(
    ["USD", "EUR", "GBP", "JPY", "RUB", "UAH", "INR", "ILS", "KRW", "TRY", "CHF", "CNY", "SEK"]
)
CURRENCIES = frozenset({*_SIGNS.values(), *_DOLLARS.values(), *_CODES})
UNITS_BEFORE = frozenset({*_SIGNS, *_DOLLARS, *(code.lower() for code in _CODES), MAGNITUDE})
"""Beginnings of the units that stand before their number."""
_ONLY_GLUED = frozenset({"second", "m", "g", "x", "cm", "mm", "ha"})
"""What is a unit only where it touches the number, or its hyphen: "3 m" may be millions."""
_TEMPERATURES = {"c": "°C", "celsius": "°C", "centigrade": "°C", "f": "°F", "fahrenheit": "°F"}


def names_unit(text: str, unit: str) -> bool:
    """Whether some words name a unit already: "68 kilometres", "$5"."""
    bare = unit.removesuffix(" old")
    words = (*re.findall(r"[^\W\d_]+", text.lower()), *text)
    return unit in text or any(bare in (UNIT_WORDS.get(one), _SIGNS.get(one)) for one in words)


def unit_before(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """Read a unit that stands before its number ("$", "US$", "magnitude"), and where it ends."""
    here = token_at(tokens, at)
    after = token_at(tokens, at + 1)
    if here.text in _SIGNS:
        return _SIGNS[here.text], at + 1
    if here.word in _DOLLARS and here.text.isupper() and after.text == "$" and after.glued:
        return _DOLLARS[here.word], at + 2
    if here.text in _CODES:
        return here.text, at + 1
    if here.word == MAGNITUDE:
        return MAGNITUDE, at + 2 if after.word in ("-", "of") else at + 1
    return None, at


def unit_after(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """Read the unit that follows a number, also after a hyphen ("12-year"), and where it ends."""
    here = token_at(tokens, at)
    if here.text == "-" and here.glued and token_at(tokens, at + 1).glued:
        unit, end = _unit(tokens, at + 1)
        return (unit, end) if unit else (None, at)
    if here.text in (*_SIGNS, "°") and here.glued:
        return _sign(tokens, at)
    return _unit(tokens, at)


def _sign(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    text = tokens[at].text
    if text != "°":
        return _SIGNS[text], at + 1
    scale = _TEMPERATURES.get(word_at(tokens, at + 1))
    return (scale, at + 2) if scale else ("degrees", at + 1)


def _unit(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    here, after = token_at(tokens, at), word_at(tokens, at + 1)
    match here.word, after:
        case "%", _:
            return PERCENT, at + 1
        case ("percentage", "point" | "points"):
            return "percentage points", at + 2
        case ("basis", "point" | "points"):
            return "basis points", at + 2
        case ("per", "cent"):
            return PERCENT, at + 2
        case ("degree" | "degrees", scale) if scale in _TEMPERATURES:
            return _TEMPERATURES[scale], at + 2
        case ("square" | "cubic" | "nautical", _):
            unit = UNIT_WORDS.get(after)
            return (f"{here.word} {unit}", at + 2) if unit else (None, at)
        case ("pound" | "pounds", "sterling"):
            return "GBP", at + 2
        case _:
            return _single(here, at)


def _single(here: Token, at: int) -> tuple[str | None, int]:
    if here.text in _CODES:
        return here.text, at + 1
    unit = UNIT_WORDS.get(here.word)
    if unit is None or (here.word in _ONLY_GLUED and not here.glued):
        return None, at
    return unit, at + 1
