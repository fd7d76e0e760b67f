"""Statements: what is claimed in neutral words that read on after "X said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.extract.accusing import accusation
from tracker.extract.answering import denial_of_question
from tracker.extract.blaming import blamed
from tracker.extract.carried import saved_deed, saved_subject
from tracker.extract.checking import asks
from tracker.extract.harming import harmed
from tracker.extract.leads import undoubled, without_half_a_quote, without_lead, without_link
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import began_low, is_many
from tracker.extract.predicates import predicated, valued
from tracker.extract.quoting import holds_clause, is_no_clause, is_top_clause, quoted
from tracker.extract.refusing import refused_as, refuses
from tracker.extract.rejecting import CHARGES, REJECTING, charge_called, rejects
from tracker.extract.retracting import withdrawn
from tracker.extract.subjects import antecedent, raised, unfound, witnessed
from tracker.extract.undoing import doer_of, done_by, undoing
from tracker.extract.wishing import HOPING
from tracker.extract.words import FINITE, Word

_EDGES = " \t\r\n,;:—–-."
_MARKS = "“”„«»\"‘’'"
_IF = re.compile(r"^if\s+", re.IGNORECASE)
_OWNING = frozenset({"accept", "admit", "assume", "claim", "take"})
_BLAMING = frozenset({"accuse", "blame", "suspect", "charge", "convict"})
_URGING = frozenset({"urge", "ask", "call", "order", "tell", "want", "demand", "warn", "advise"})
_PROMISING = frozenset({"vow", "pledge", "promise", "intend", "plan", "threaten", "offer", "agree"})
_REPORTING = frozenset(
    """aware count detect document find identify know list log measure mention record register
    report see show speak tally trace""".split()  # noqa: SIM905
)
_COUNTABLE = frozenset({"DET", "NUM", "ADJ", "NOUN"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_AND = re.compile(r",? (?:and|but)$")
_ANY = re.compile(r"^(?:any|an|a|all|some|no)\s+", re.IGNORECASE)


def statement_of(text: ParsedText, piece: Sequence[Span], cue: Span | None) -> str:
    """Word a claim; a whole quotation stays one."""
    words = " ".join(" ".join(text.words(span).split()) for span in piece).strip()
    plain = _AND.sub("", _bare(words))
    tokens = [token for span in piece for token in text.tokens(span)]
    if denial := denial_of_question(text, piece):
        return denial
    if [*piece] == [cue] and rejects(text, cue):  # "(…), which the mill | denied"
        return "that is not true"
    if _is_quotation(text, piece, plain):
        parts = [" ".join(text.words(span).split()).strip(_MARKS + _EDGES) for span in piece]
        return f"“{' … '.join(parts)}”"
    verb = _verb(text, cue)
    lemma = verb.lemma_.lower() if verb is not None else ""
    plain = without_lead(plain, tokens, verb)
    plain, tokens = without_link(plain, tokens, lemma)
    if called := charge_called(text, tokens, lemma):
        return called
    if asks(tokens):
        return _IF.sub("whether ", plain)
    bare, thing, led = plain, False, _led_by_that(text, piece[0], words)
    if lemma in _BLAMING and verb is not None:
        plain = accusation(text, verb, tokens, plain)
        thing = not holds_clause(tokens)
    elif made := (
        withdrawn(text, cue, plain, tokens)
        or done_by(text, verb, plain, tokens)
        or raised(text, verb, plain, tokens)
        or witnessed(verb, plain, tokens)
        or unfound(verb, plain, tokens)
        or (blamed(text, verb, tokens) if verb is not None else "")
        or valued(text, verb, plain, tokens)
        or predicated(text, verb, plain, tokens)
    ):
        plain = began_low(text, made, tokens)
    elif is_top_clause(tokens) or (tokens[0].tag_ == "VB" and tokens[0].dep_ == "conj"):
        about = antecedent(text, tokens) or saved_subject(text, tokens, cue)
        plain = f"{about} {plain}" if about else began_low(text, plain, tokens)
        plain = f"{plain} {saved_deed(text, tokens)}".rstrip()
        denies = rejects(text, cue) and not _behind_colon(text, piece, cue)
        plain = f"it is not true that {undoubled(plain, tokens)}" if denies else plain
    else:
        plain = _completed(text, plain, tokens, verb)
        thing = cue is not None and not led and not holds_clause(tokens)
    unmade = thing and plain.casefold() == bare.casefold()
    if unmade or is_no_clause(plain, _bare(words), tokens, charged=lemma in _BLAMING):
        return quoted(text, piece, cue, _bare(words))
    return without_half_a_quote(plain)


def _bare(words: str) -> str:
    """Words without the marks at their edges; an abbreviation keeps its full stop."""
    plain = words.strip(_EDGES)
    last = plain.rsplit(maxsplit=1)[-1] if plain else ""
    return f"{plain}." if "." in last and words.rstrip().endswith(f"{plain}.") else plain


def _is_quotation(text: ParsedText, piece: Sequence[Span], plain: str) -> bool:
    first, last = piece[0].start, piece[-1].end - 1
    whole = all(text.quoted(span.start) and text.quoted(span.end - 1) for span in piece)
    return whole or (plain[:1] in '“"' and text.quoted(first) and text.quoted(last))


def _verb(text: ParsedText, cue: Span | None) -> Word | None:
    if cue is None:
        return None
    tokens = text.tokens(cue)
    verbs = [token for token in tokens if token.pos_ in ("VERB", "AUX")]
    return verbs[-1] if verbs else (tokens[0] if tokens else None)


def _led_by_that(text: ParsedText, first: Span, words: str) -> bool:
    """Whether a "that" leads to words, so that they are a clause, however they were parsed."""
    before = text.text[max(0, first.start - 6) : first.start].lower()
    return words.lower().startswith("that ") or before.endswith(" that ")


def _behind_colon(text: ParsedText, piece: Sequence[Span], cue: Span | None) -> bool:
    """Whether it is said against what is denied: "The guild denied it: the gate was shut"."""
    return cue is not None and ":" in text.text[cue.end : piece[0].start]


def _completed(text: ParsedText, plain: str, tokens: Sequence[Word], verb: Word | None) -> str:
    """Make a clause of words that are none: a count, a wish, a thing."""
    lemma = verb.lemma_.lower() if verb is not None else ""
    low = began_low(text, plain, tokens)
    if lemma in _OWNING and low.startswith("responsibility"):
        return low.replace("responsibility", "it was responsible", 1)
    first = next((token for token in tokens if not token.is_punct), None)
    if first is None:
        return low
    if harm := harmed(text, low, first):
        return harm
    if lemma in REJECTING and verb is not None:
        return _rejected(text, verb, low, tokens)
    if lemma == "plead" and verb is not None:
        return f"{doer_of(text, verb)} is {_plea(text, verb, low, tokens)}"
    if lemma in HOPING and low.startswith("for ") and not _urged(tokens):
        return f"there should be {low.removeprefix('for ')}"
    if lemma in _URGING and not low.startswith("to ") and (should := _should(low, tokens)):
        return re.sub(r"^(?:for|on) ", "", should)
    if low.startswith("to ") and lemma in _PROMISING and _next_is_verb(tokens):
        return f"it intends {low}"
    counts = any(token.pos_ in ("NOUN", "NUM") for token in tokens) and first.tag_ != "VBG"
    finite = any(token.tag_ in FINITE and token.dep_ != "relcl" for token in tokens)
    if (
        lemma in _REPORTING
        and first.lower_ != "the"
        and first.pos_ in _COUNTABLE
        and (counts and not finite)
        and not (first.lower_ in ("a", "an") and _be(tokens, "were", "was") == "were")
    ):
        return f"there {_be(tokens, 'were', 'was')} {low}"
    return _with_auxiliary(text, low, tokens)


def _rejected(text: ParsedText, verb: Word, low: str, tokens: Sequence[Word]) -> str:
    """Make a clause of a thing that is denied; of "(a claim that) the union rejects", too."""
    if verb in tokens:
        return "that is not true"
    if any(one.dep_ == "neg" for one in verb.lefts):  # "did not dismiss the claims"
        return f"“{low}”"
    if called := refused_as(text, verb, tokens):
        return called
    if refuses(verb, tokens, _noun(tokens)):
        return low
    thing = "that" if low.startswith("as ") else re.split(r",| as (?!well\b)", low, maxsplit=1)[0]
    return undoing(text, verb, low, tokens) or _denied(thing, tokens)


def _plea(text: ParsedText, verb: Word, low: str, tokens: Sequence[Word]) -> str:
    """What somebody pleaded, where only what to was found: "not guilty (to nine counts)"."""
    between = text.text[verb.end : max(verb.end, tokens[0].start)].split()
    plea = " ".join(word for word in between if word in ("not", "guilty"))
    to = "" if low.startswith("to ") else "to "
    return low if "guilty" in low or not plea else f"{plea} {to}{low}"


def _should(low: str, tokens: Sequence[Word]) -> str:
    """Make a clause of what somebody is urged to; empty where they are urged to no deed."""
    deed = _urged(tokens)
    urged, way = (f" {one}to {deed}" for one in ("not ", "")), (" should not ", " should ")
    pairs = zip(urged, way, strict=True) if deed else ()
    found = ((form, should) for form, should in pairs if form in low)
    return next((low.replace(form, f"{should}{deed}", 1) for form, should in found), "")


def _be(tokens: Sequence[Word], many: str, one: str) -> str:
    """The form of "be" that goes with the noun that other words hang on."""
    noun = _noun(tokens)
    if noun is None:
        counted = next((token for token in tokens if token.pos_ == "NUM"), None)
        return many if counted is not None and is_many(counted) else one
    return many if is_many(noun) else one


def _noun(tokens: Sequence[Word]) -> Word | None:
    """The noun that other words hang on."""
    members = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in members or token.head is token]
    tops += [
        one for top in tops for one in top.lefts if one.dep_ == "nsubj"
    ]  # "(show) boats sinking"
    return next((token for token in tops if token.pos_ in ("NOUN", "PROPN")), None)


def _denied(low: str, tokens: Sequence[Word]) -> str:
    """What a denial of a thing says: charges are not true, deeds were not done."""
    noun = _noun(tokens)
    if low.startswith("responsibility"):
        return low.replace("responsibility", "it was not responsible", 1)
    definite = tokens[0].lower_ in _DEFINITE or tokens[0].pos_ in ("NUM", "PRON", "PROPN")
    if noun is None or noun.lemma_.lower() in CHARGES or definite:
        return f"{low} {_be(tokens, 'are', 'is')} not true"
    return f"there was no {_ANY.sub('', low)}"


def _urged(tokens: Sequence[Word]) -> str:
    """The verb that somebody is urged to: the first behind a "to" of its own."""
    to = next((one for one in tokens if one.tag_ == "TO" and one.head.tag_ in ("VB", "VBN")), None)
    return to.nbor(1).lower_ if to is not None and to.i + 1 < len(to.doc) else ""


def _with_auxiliary(text: ParsedText, low: str, tokens: Sequence[Word]) -> str:
    """Give back the "were" that a sentence saved: "(15 boats were sunk and) two damaged"."""
    for token in tokens:
        subjects = [child for child in token.children if child.dep_ in ("nsubjpass", "nsubj")]
        bare = not any(child.dep_ in ("aux", "auxpass") for child in token.children)
        if token.tag_ == "VBN" and token.dep_ == "conj" and subjects and bare:
            subject = " ".join(text.words(text.subtree(subjects[0])).split())
            if low.startswith(subject):
                be = "were" if is_many(subjects[0]) else "was"
                return f"{subject} {be}{low[len(subject) :]}"
    return low


def _next_is_verb(tokens: Sequence[Word]) -> bool:
    words = [token for token in tokens if not token.is_punct]
    return len(words) > 1 and words[1].tag_ == "VB"
