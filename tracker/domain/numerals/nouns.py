"""Nouns, and the words that end them: where what is counted begins and stops."""

from __future__ import annotations

_PEOPLE = (
    "person", "civilian", "resident", "soldier", "troop", "fighter", "officer", "policeman",
    "policewoman", "protester", "demonstrator", "worker", "employee", "patient", "passenger",
    "migrant", "refugee", "prisoner", "hostage", "victim", "survivor", "student", "pupil",
    "teacher", "doctor", "nurse", "child", "boy", "girl", "man", "woman", "adult", "minor",
    "infant", "baby", "inmate", "militant", "combatant", "rebel", "gunman", "suspect", "voter",
    "participant", "household", "family", "citizen", "journalist", "firefighter", "rescuer",
    "villager", "pedestrian", "crewman", "sailor", "serviceman", "conscript", "evacuee",
    "volunteer", "attendee", "delegate", "striker", "miner", "tourist", "life", "body",
)  # fmt: skip
_HARM = ("casualty", "death", "fatality", "injury", "loss", "arrest", "killing")
_IRREGULAR = {
    "person": "people", "policeman": "policemen", "policewoman": "policewomen", "man": "men",
    "woman": "women", "child": "children", "gunman": "gunmen", "crewman": "crewmen",
    "serviceman": "servicemen", "life": "lives", "boy": "boys",
}  # fmt: skip


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith("s") else f"{noun}s"


HARM_NOUNS = frozenset(_HARM) | {_plural(noun) for noun in _HARM}
PEOPLE = frozenset({_plural(noun) for noun in _PEOPLE} | {"personnel", "others"})
COUNTED = frozenset(_PEOPLE) | PEOPLE | HARM_NOUNS
"""Nouns after which what is counted is said: people, and harm done to them."""

AUXILIARIES = frozenset(
    {
        "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "may", "might",
        "could", "would", "will", "should", "must", "can", "do", "does", "did", "remain",
        "remained", "remains",
    }
)  # fmt: skip
SPEECH = frozenset(
    {
        "said", "says", "say", "told", "reported", "claimed", "added", "announced", "confirmed",
        "warned", "testified", "argued", "agreed", "voted", "wrote", "believe", "think", "want",
    }
)  # fmt: skip
DETERMINERS = frozenset(
    {
        "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our",
        "my", "your", "all", "each", "every", "any", "no",
    }
)  # fmt: skip
BREAKS = frozenset(
    {
        "and", "but", "or", "nor", "while", "after", "when", "as", "where", "because", "before",
        "if", "since", "than", "then", "so", "though", "although", "until", "which", "whose",
    }
)  # fmt: skip
PREPOSITIONS = frozenset(
    {
        "in", "on", "at", "by", "for", "from", "to", "with", "without", "of", "off", "into", "onto",
        "over", "under", "near", "between", "among", "across", "around", "through", "during",
        "within", "against", "along", "about", "above", "below", "behind", "beyond", "despite",
        "inside", "outside", "per", "toward", "towards", "up", "down", "out", "via",
        "amid", "away", "back", "ago", "aboard", "including",
    }
)  # fmt: skip
_OTHERS = frozenset(
    {
        "who", "whom", "he", "she", "it", "they", "we", "you", "i", "him", "them", "us", "me",
        "there", "here", "not", "also", "still", "now", "later", "earlier", "last", "next",
        "today", "yesterday", "tomorrow", "higher", "lower", "faster", "less", "fewer", "more",
        "only", "just", "even", "again", "too", "both", "either", "once", "went", "fled", "came",
        "took", "left", "got", "made", "gave", "began", "walked", "stayed", "attended", "how",
        "many", "much", "what", "why",
    }
)  # fmt: skip
STOPS = AUXILIARIES | SPEECH | DETERMINERS | BREAKS | PREPOSITIONS | _OTHERS
"""Words at which a noun phrase has ended."""
_NOT_PLURAL = frozenset({"always", "perhaps", "besides", "afterwards", "news", "sometimes"})
_SHORTEST_PLURAL = 4


_LIKE_ADVERBS = frozenset(
    {
        "elderly", "early", "family", "daily", "weekly", "monthly", "yearly", "hourly", "lonely",
        "friendly", "deadly", "likely", "unlikely", "costly", "holy", "orderly", "ally", "rally",
        "supply", "assembly", "reply", "july", "italy",
    }
)  # fmt: skip


def looks_plural(word: str) -> bool:
    """Whether a word in lower case has a plural's ending."""
    return (
        len(word) >= _SHORTEST_PLURAL
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and word not in _NOT_PLURAL
        and word not in STOPS
    )


def names_many(word: str) -> bool:
    """Whether a word in lower case is a noun in the plural."""
    return word in PEOPLE or looks_plural(word)


def is_adverb(word: str) -> bool:
    """Whether a word in lower case looks like an adverb."""
    return word.endswith("ly") and word not in _LIKE_ADVERBS
