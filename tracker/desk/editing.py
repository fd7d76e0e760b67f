"""Editing: correcting any field of a claim, article, event, source, relation or evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.desk import wording
from tracker.desk.acting import Subject, Versions, as_seen
from tracker.desk.claim_fields import source_named, with_field
from tracker.desk.grounds import kin_of, resting_on, watching_grounds
from tracker.desk.joining import refuse_if_merged
from tracker.desk.regrouping import moved
from tracker.desk.tying import with_facet
from tracker.domain.article import Article, Publication
from tracker.domain.errors import RefusedError
from tracker.domain.event import Event
from tracker.domain.evidence import Evidence, EvidenceKind, Stance
from tracker.domain.facet import Facet
from tracker.domain.fields import field_of
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import AGAINST, Relation
from tracker.domain.source import Reliability, Source, SourceKind
from tracker.domain.veil import named_in_part, veiled
from tracker.store.shelves import Shelves

_OF_ORIGIN = ("affiliation", "own-origin")
"""The fields of a source by which its claims go back to another origin."""


class Editing(Subject):
    """Corrects what the ledger holds, field by field."""

    def edit(
        self,
        ref: Ref,
        field: str,
        values: Sequence[str],
        *,
        by: str,
        reason: str = "",
        seen: Versions | None = None,
    ) -> tuple[str, ...]:
        """Give a field a new value, as an editor types it (see ``domain.fields``).

        Returns the stand-ins of protected names of which the value holds a word by itself.

        Raises:
            RefusedError: there is no such field, the value is none for it, or what is to be edited
                was merged into another.
            ChangedMeanwhileError: somebody changed the claim since the editor saw it.
        """
        name = field_of(ref, field).name
        values = list(values)
        with self._database.writing(by=by, did="edit", reason=reason) as shelves:
            refuse_if_merged(shelves, ref)
            match ref.kind:
                case Kind.CLAIM:
                    claim = as_seen(shelves, shelves.claims, ref.number, seen)
                    with watching_grounds(shelves, kin_of(shelves, claim.id)):
                        saved = shelves.claims.save(with_field(shelves, claim, name, values))
                    if saved.event_id != claim.event_id:
                        moved(shelves, saved, claim.event_id)
                case Kind.SOURCE:
                    resting = resting_on(shelves, ref.number) if name in _OF_ORIGIN else ()
                    with watching_grounds(shelves, resting):
                        _edit_source(shelves, shelves.sources.get(ref.number), name, values)
                case Kind.ARTICLE:
                    article = shelves.articles.get(ref.number)
                    shelves.articles.save(_article(shelves, article, name, values))
                case Kind.EVENT:
                    event = shelves.events.get(ref.number)
                    shelves.events.save(_event(event, name, values))
                case Kind.RELATION:
                    relation = shelves.relations.get(ref.number)
                    shelves.relations.save(_relation(shelves, relation, name, values))
                case Kind.EVIDENCE:
                    evidence = shelves.evidence.get(ref.number)
                    with watching_grounds(shelves, [evidence.claim_id]):
                        shelves.evidence.save(_evidence(evidence, name, values))
                case Kind.ATTEMPT | Kind.NOTE | Kind.MATCH:
                    raise RefusedError(f"{ref} is a record of what was done; add another.")
            if name == "restricted-name":
                return ()
            return named_in_part("\n".join(values), shelves.sources.stand_ins())


def _edit_source(shelves: Shelves, source: Source, field: str, values: list[str]) -> None:
    if field == "restricted-name":
        _restrict(shelves, source, wording.some_of(values, field))
        return
    if field == "aliases":
        changed = replace(source, aliases=wording.listed(values))
    else:
        changed = _source(shelves, source, field, wording.one_of(values, field))
    if veiled(changed, shelves.sources.stand_ins()) != changed:
        raise RefusedError(
            f"this would publish a protected name with {source.ref}; nothing was changed."
        )
    shelves.sources.save(changed)


def _source(shelves: Shelves, source: Source, field: str, value: str) -> Source:
    match field:
        case "name":
            return replace(source, name=wording.some_of([value], field))
        case "role":
            return replace(source, role=value)
        case "kind":
            return replace(source, kind=wording.word_of(SourceKind, value))
        case "affiliation":
            if wording.is_none(value):
                return replace(source, affiliation_id=None)
            above = source_named(shelves, value)
            line = shelves.sources.with_affiliations([above.id])
            if source.id in line:
                raise RefusedError(f"{above.name} is itself affiliated to {source.name}.")
            return replace(source, affiliation_id=above.id)
        case "reliability":
            return replace(source, reliability=wording.word_of(Reliability, value.upper()))
    return replace(source, own_origin=wording.yes_or_no(value))


def _restrict(shelves: Shelves, source: Source, name: str) -> None:
    """Keep a source's real name apart, or erase it.

    Raises:
        RefusedError: the name is public in this ledger already, where no veil can help.
    """
    if name.casefold() == "erase":
        shelves.sources.erase_name(source)
        return
    public = {source.name, *source.aliases}
    if name.casefold() in {one.casefold() for one in public}:
        raise RefusedError(
            f"this name of {source.ref} is in the history already; make a new source whose public "
            "name is a role, and restrict that one."
        )
    shelves.sources.hide_name(source, name)
    shelves.sources.save(replace(source, restricted=True))


def _article(shelves: Shelves, article: Article, field: str, values: list[str]) -> Article:
    value = wording.one_of(values, field)
    first, *others = article.publications or (Publication(title=""),)
    match field:
        case "title":
            changed = replace(first, title=wording.some_of([value], field))
        case "outlet":
            none = wording.is_none(value)
            changed = replace(first, outlet_id=None if none else source_named(shelves, value).id)
        case "byline":
            changed = replace(first, byline=value)
        case "url":
            changed = replace(first, url=value)
        case _:
            changed = replace(first, published_at=wording.moment_of(value))
    return replace(article, publications=(changed, *others))


def _event(event: Event, field: str, values: list[str]) -> Event:
    value = wording.one_of(values, field)
    match field:
        case "title":
            return replace(event, title=wording.some_of([value], field))
        case "place":
            return replace(event, place=value)
        case "place-name":
            return replace(event, place_name=value)
    return replace(event, time=wording.time_of_words(value))


def _relation(shelves: Shelves, relation: Relation, field: str, values: list[str]) -> Relation:
    value = wording.one_of(values, field)
    if field == "reason":
        return replace(relation, reason=value)
    facet = None if wording.is_none(value) else wording.word_of(Facet, value)
    if facet is None and relation.kind in AGAINST:
        raise RefusedError(f"{relation.ref} {relation.kind}: name the facet on which it does.")
    return with_facet(shelves, relation, facet)


def _evidence(evidence: Evidence, field: str, values: list[str]) -> Evidence:
    value = wording.one_of(values, field)
    match field:
        case "title":
            return replace(evidence, title=wording.some_of([value], field))
        case "url":
            return replace(evidence, url=value)
        case "kind":
            return replace(evidence, kind=wording.word_of(EvidenceKind, value))
    return replace(evidence, stance=wording.word_of(Stance, value))
