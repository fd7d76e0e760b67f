"""Deeds: what is said to have been done to what is counted ("killed", "intercepted")."""

from __future__ import annotations

_STEMS = {
    "kill": "killed", "murder": "murdered", "execut": "executed", "massacr": "massacred",
    "injur": "injured", "wound": "wounded", "captur": "captured", "detain": "detained",
    "arrest": "arrested", "abduct": "abducted", "kidnapp": "kidnapped", "rescu": "rescued",
    "evacuat": "evacuated", "displac": "displaced", "deport": "deported", "infect": "infected",
    "vaccinat": "vaccinated", "hospitaliz": "hospitalized", "hospitalis": "hospitalised",
    "intercept": "intercepted", "destroy": "destroyed", "damag": "damaged", "launch": "launched",
    "shell": "shelled", "deploy": "deployed", "convict": "convicted", "charg": "charged",
    "recruit": "recruited", "seiz": "seized", "confiscat": "confiscated", "loot": "looted",
    "demolish": "demolished",
}  # fmt: skip
_SUFFIXES = ("", "e", "es", "ed", "ing", "s")
_IRREGULAR = {
    "killings": "killed", "dead": "killed", "died": "killed", "die": "killed", "dies": "killed",
    "dying": "killed", "death": "killed", "deaths": "killed", "fatalities": "killed",
    "slain": "killed", "injuries": "injured", "hurt": "hurt", "missing": "missing",
    "unaccounted": "missing", "casualties": "casualties", "fired": "fired", "firing": "fired",
    "sacked": "sacked", "sacking": "sacked", "hit": "hit", "hitting": "hit", "struck": "struck",
    "striking": "struck", "downed": "shot down", "downing": "shot down", "shot": "shot",
    "toll": "killed",
}  # fmt: skip

DEEDS = {f"{stem}{end}": deed for stem, deed in _STEMS.items() for end in _SUFFIXES} | _IRREGULAR
"""Every form of a deed, and the participle that says it of what is counted."""
STATES = frozenset({"dead", "died", "dying", "slain", "missing", "unaccounted", "hurt"})
"""Forms that take no object: who is "missing" was not told to miss anything."""
NAMES_OF_HARM = frozenset(
    {"dead", "death", "deaths", "fatalities", "injuries", "casualties", "toll", "missing"}
)
"""Nouns and states, which reach no further than their own number."""
PARTICIPLES = frozenset(DEEDS.values()) | STATES | {"downed"}
"""Forms that stand behind what is counted: "nine people were injured"."""
DONE_WITH = frozenset({"fired", "launched", "deployed"})
"""Deeds that things are the means of: nothing was harmed."""
ROLES = frozenset({"hostage", "prisoner", "captive"})
"""After "taken" these say captured."""

COSTS = frozenset({"cost", "claimed", "took", "taken", "claiming", "costing", "taking", "lost"})
"""With "lives" these say that people were killed."""
LEADS_BY_OF = frozenset({"lives", "toll", "total", "number", "deaths", "death", "killing", "loss"})
"""After these "of" leads from a deed to its number: "cost the lives of 20"."""
REACHED = frozenset(
    {"rose", "risen", "rises", "rising", "stood", "stands", "climbed", "grew", "grown", "up"}
    | {"toll", "deaths", "dead", "killed", "injured", "wounded", "missing", "casualties"}
)
"""After these "to" and "at" lead from a toll to its number."""
