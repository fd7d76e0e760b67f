"""Random merging, splitting and gathering, held against a plain model of who spoke about what."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from modelled import ModelledDesk, editors, work_at_random

from tracker.domain.errors import RefusedError
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref

SPEAKERS = {1: 2, 2: 5, 3: 6, 4: 8, 5: None, 6: 6}
"""Who spoke, claim by claim; the fifth is the article's own."""
EVENTS = {1: 1, 2: 1, 3: 1, 4: 1, 5: 2, 6: 1}
FACETS = {1: 4, 2: 2}
"""Whom a claim names on its facet of the actor."""
NAMES = {2: "Dockers", 4: "guard", 5: "Marrow", 6: "Pell", 8: "Hospital"}
some_claims = st.lists(st.sampled_from(sorted(SPEAKERS)), min_size=1, max_size=2, unique=True)
stances = st.sampled_from([Stance.SUPPORTS, Stance.UNDERMINES, Stance.CONTEXT])


class RandomCurating(ModelledDesk):
    """The model: who speaks in a claim and what it is about, and under which names one is found."""

    def __init__(self) -> None:
        super().__init__()
        for claim, speaker in SPEAKERS.items():
            self.now |= {(claim, "speaker"): speaker, (claim, "event"): EVENTS[claim]}
            self.now |= {(claim, "facet"): FACETS.get(claim)}
        self.now |= {(f"S{number}", "names"): {name} for number, name in NAMES.items()}
        self.now |= {(f"E{number}", "here"): True for number in (1, 2)}

    def of(self, sign: str) -> st.SearchStrategy[int]:
        """Sources or events that are there, merged ones too."""
        there = [thing for (thing, _), told in self.now.items() if told and str(thing)[0] == sign]
        return st.sampled_from(sorted({int(thing[1:]) for thing in there}))

    def named(self, what: str, number: int) -> list[object]:
        """The claims that name a source, or are about an event."""
        return [claim for claim in SPEAKERS if self.now[(claim, what)] == number]

    def told_of(self, thing: object) -> list[object]:
        return [told for (one, _), told in self.now.items() if one == thing]

    @rule(data=st.data(), editor=editors)
    def merge_sources(self, data, editor):
        self.merge(data, "S", Kind.SOURCE, ("speaker", "facet"), editor)

    @rule(data=st.data(), editor=editors)
    def merge_events(self, data, editor):
        self.merge(data, "E", Kind.EVENT, ("event",), editor)

    def merge(self, data, sign, kind, fields, editor):
        keep, other = data.draw(self.of(sign)), data.draw(self.of(sign))
        merged = {self.now.get((f"{sign}{one}", "into")) for one in (keep, other)} != {None}
        try:
            self.desk.curating.merge(Ref(kind, keep), Ref(kind, other), by=editor)
        except RefusedError:
            assert merged or keep == other
            return
        assert not merged
        changes = {(claim, what): keep for what in fields for claim in self.named(what, other)} | {
            (f"{sign}{other}", "into"): keep
        }
        if sign == "S":
            names = [self.now[(f"S{one}", "names")] for one in (keep, other)]
            changes[(f"S{keep}", "names")] = names[0] | names[1]
        self.note(editor, changes)

    @rule(data=st.data(), editor=editors)
    def split_source(self, data, editor):
        claim = data.draw(st.sampled_from([one for one in SPEAKERS if one != 5]))
        old = self.now[(claim, "speaker")]
        name = f"newcomer{next(self.words)}end"
        split = self.desk.curating.split
        new = split(Ref(Kind.SOURCE, old), by=editor, claims=[claim], name=name).new
        changes = {(claim, "speaker"): new.number, (str(new), "names"): {name}}
        if self.now[(claim, "facet")] == old:
            changes[(claim, "facet")] = new.number
        self.note(editor, changes | {(f"S{old}", f"without {name}"): True})

    @rule(claims=some_claims, editor=editors)
    def split_event(self, claims, editor):
        event = self.now[(claims[0], "event")]
        title = f"Aftermath {next(self.words)}"
        mine = {self.now[(claim, "event")] for claim in claims} == {event}
        try:
            new = self.desk.curating.split(
                Ref(Kind.EVENT, event), by=editor, claims=claims, name=title
            ).new
        except RefusedError:
            assert not mine
            return
        assert mine
        moved = {(claim, "event"): new.number for claim in claims}
        self.note(editor, moved | {(str(new), "here"): True})

    @rule(claims=some_claims, stance=stances, editor=editors)
    def add_evidence(self, claims, stance, editor):
        where = f"https://x.example/{next(self.words)}"
        self.desk.gathering.add_evidence(claims, EvidenceDraft(where, stance), by=editor)
        self.note(editor, {(claim, where): stance for claim in claims})

    def concerned(self, done):
        # A merger changes whom others speak for, so that any two may concern one source.
        return {thing if isinstance(thing, int) else thing[0] for thing, _ in done.changes}

    @invariant()
    def every_claim_is_as_the_model_says(self):
        for dossier in self.desk.browsing.dossiers(SPEAKERS):
            claim = dossier.claim
            assert claim.speaker_id == self.now[(claim.id, "speaker")]
            assert claim.event_id == self.now[(claim.id, "event")]
            assert [one.source_id for one in claim.facets if one.source_id] == [
                one for one in [self.now[(claim.id, "facet")]] if one
            ]
            found = {(claim.id, one.url): one.stance for one in dossier.evidence}
            assert found.items() <= self.now.items()
            assert len(found) == sum(isinstance(one, Stance) for one in self.told_of(claim.id))

    @invariant()
    def lists_count_what_the_claims_say(self):
        counted = {line.id: line.claims for line in self.desk.browsing.sources()}
        for number, claims in counted.items():
            assert claims == len(self.named("speaker", number)), number
        assert sum(counted.values()) == len(SPEAKERS) - 1
        counted = {line.id: line.claims for line in self.desk.browsing.events()}
        assert counted.items() >= {(number, len(self.named("event", number))) for number in counted}
        assert sum(counted.values()) == len(EVENTS)

    @invariant()
    def a_name_finds_what_its_bearers_said_and_nothing_else(self):
        for (thing, what), names in self.now.items():
            if what != "names" or not names or self.now.get((thing, "into")):
                continue
            said = self.named("speaker", int(thing[1:]))
            for name in names - {"Dockers", "guard", "Hospital"}:
                assert sorted(self.desk.browsing.ids(Filter(search=name))) == said, name


def test_random_curating_leaves_what_the_model_says(ledgers, full_ledger):
    work_at_random(RandomCurating, ledgers, full_ledger)
