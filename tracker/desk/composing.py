"""Composing reports: each kind's claims are read from the ledger as the report is gone through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import TypeVar

from tracker.desk.clashing import Clashing
from tracker.desk.numbers import batches
from tracker.desk.working import Working
from tracker.domain.article import Span
from tracker.domain.dossier import Dossier
from tracker.domain.errors import RefusedError
from tracker.domain.listing import Filter
from tracker.domain.telling import NOT_VERIFIED, Told
from tracker.domain.veil import veiled
from tracker.report import article, contradictions, sources, unverified
from tracker.report.cited import Cited, cited
from tracker.report.report import Afresh, Made, Report, ReportKind, gathered
from tracker.store.shelves import Shelves

Value = TypeVar("Value")


@dataclass(frozen=True)
class Composing:
    """An open ledger, which claims to tell of, and at most how many of them."""

    shelves: Shelves
    where: Filter
    made: Made
    most: int | None = None

    def report(self, kind: ReportKind) -> Report:
        """Compose a report; what is long in it is read while the ledger is open.

        Raises:
            RefusedError: the filter asks for a status that the report does not hold.
        """
        match kind:
            case ReportKind.UNVERIFIED:
                return self._unverified()
            case ReportKind.CONTRADICTIONS:
                return self._contradictions()
            case ReportKind.SOURCES:
                return self._sources()
            case ReportKind.ARTICLE:
                return self._article()
            case ReportKind.ACTIVITY:
                return self._activity()

    def _unverified(self) -> Report:
        if self.where.status is not None and self.where.status not in NOT_VERIFIED:
            known = ", ".join(NOT_VERIFIED)
            raise RefusedError(
                f"this report holds no {self.where.status} claims; filter by {known}, or by no "
                "status."
            )
        ids, left_out = self._ids(unverified.TOLD)
        opinions, _ = self._ids(unverified.OPINIONS)
        articles = self._articles(ids, opinions) if left_out else self._every_article()
        totals = self.shelves.telling.totals(self.where, unverified.TOLD)
        speakers = {number for one in totals.voices for number in (one.source_id, one.outlet_id)}
        at = self.made.told_at
        return unverified.UnverifiedReport(
            made=self.made,
            totals=totals,
            sources=unverified.tallied(totals, self._names(speakers)),
            events=Afresh(lambda: unverified.by_event(self._dossiers(ids), at)),
            not_checkable=Afresh(lambda: unverified.each(self._dossiers(opinions), at)),
            articles=Afresh(lambda: self._cited(articles)),
            left_out=left_out,
        )

    def _contradictions(self) -> Report:
        ids, left_out = self._ids(contradictions.TOLD)
        clashing = Clashing(self.shelves, self.made.told_at)
        return contradictions.ContradictionsReport(
            made=self.made,
            totals=self.shelves.telling.totals(self.where, contradictions.TOLD),
            events=Afresh(lambda: clashing.clashes(ids)),
            suggested=self.shelves.telling.suggested_pairs(self.where),
            undecided=self.shelves.telling.undecided_pairs(self.where),
            left_out=left_out,
        )

    def _sources(self) -> Report:
        ids, left_out = self._ids(sources.TOLD)
        totals = self.shelves.telling.totals(self.where, sources.TOLD)
        at = self.made.told_at
        return sources.SourcesReport(
            made=self.made,
            totals=totals,
            sources=Afresh(lambda: sources.by_source(self._dossiers(ids), totals, at)),
            left_out=left_out,
        )

    def _article(self) -> Report:
        ids = self.shelves.telling.ids(self.where, article.TOLD)
        shown = ids[: self._whole_articles(ids)]
        totals = self.shelves.telling.totals(self.where, article.TOLD)
        if self.where.article_id is not None:  # whichever article its claims were first in
            totals = replace(totals, groups=min(totals.groups, 1))
        return article.ArticleReport(
            made=self.made,
            totals=totals,
            articles=Afresh(lambda: self._annotated(shown)),
            left_out=len(ids) - len(shown),
        )

    def _activity(self) -> Report:
        working = Working(self.shelves, self.where, self.made)
        return working.report(self.most, self._dossiers)

    def _annotated(self, ids: Sequence[int]) -> Iterator[article.Annotated]:
        if self.where.article_id is not None:
            yield self._one_article(self.where.article_id, ids)
            return
        covered = self._covered(ids)
        for first, group in gathered(covered, lambda one: one[0].claim.article_id):
            whole = first[0].article
            if whole is not None:
                told = [one for one, _ in group]
                yield article.annotated(whole, told[0].outlet, told, first[1], self.made.told_at)

    def _covered(self, ids: Sequence[int]) -> Iterator[tuple[Dossier, Sequence[Span]]]:
        """The claims, each with where in its article any claim stands.

        What a filter leaves out of the notes covers its sentences all the same.
        """
        for some in batches(ids):
            dossiers = self.shelves.dossiers.of(some)
            articles = {one.claim.article_id for one in dossiers if one.claim.article_id}
            covered = self.shelves.marks.covered(articles)
            for one in dossiers:
                yield one, covered.get(one.claim.article_id or 0, ())

    def _one_article(self, number: int, ids: Sequence[int]) -> article.Annotated:
        """The article that is asked for, with claims of others that stand in it, or with none."""
        whole = self._veiled(self.shelves.articles.get(number))
        outlet = next((one.outlet_id for one in whole.publications if one.outlet_id), 0)
        covered = self.shelves.marks.covered([number]).get(number, ())
        name = self._names([outlet]).get(outlet, "")
        told = chain.from_iterable(map(self.shelves.dossiers.of, batches(ids)))
        return article.annotated(whole, name, told, covered, self.made.told_at)

    def _whole_articles(self, ids: Sequence[int]) -> int:
        """At most so many claims, but of each article all or none; of the first always all."""
        if self.most is None or len(ids) <= self.most or self.where.article_id is not None:
            return len(ids)
        end = 0
        homes = chain.from_iterable(map(self.shelves.telling.articles, batches(ids)))
        for _, group in groupby(homes):
            here = end + sum(1 for _ in group)
            if end and here > self.most:
                break
            end = here
        return end

    def _every_article(self) -> Sequence[int]:
        told = replace(unverified.TOLD, checkable=None)
        return self.shelves.telling.article_ids(self.where, told)

    def _articles(self, *claims: Sequence[int]) -> Sequence[int]:
        """The articles that some claims stand in."""
        parts = chain.from_iterable(map(batches, claims))
        found = set(chain.from_iterable(map(self.shelves.telling.articles, parts)))
        return sorted(number for number in found if number is not None)

    def _cited(self, numbers: Sequence[int]) -> Iterator[Cited]:
        for part in batches(numbers):
            some = self.shelves.articles.get_many(part)
            outlets = {
                number: next((one.outlet_id for one in whole.publications if one.outlet_id), 0)
                for number, whole in some.items()
            }
            names = self._names(outlets.values())
            for number, whole in self._veiled(some).items():
                yield cited(whole, names.get(outlets[number], ""))

    def _ids(self, told: Told) -> tuple[Sequence[int], int]:
        """The claims to tell, at most so many, and how many more there are."""
        every = self.shelves.telling.ids(self.where, told)
        shown = every if self.most is None else every[: self.most]
        return shown, len(every) - len(shown)

    def _dossiers(self, ids: Sequence[int]) -> Iterator[Dossier]:
        for some in batches(ids):
            yield from self.shelves.dossiers.of(some)

    def _names(self, numbers: Iterable[int | None]) -> dict[int, str]:
        known = self.shelves.sources.get_many(number for number in numbers if number)
        return self._veiled({number: one.name for number, one in known.items()})

    def _veiled(self, value: Value) -> Value:
        return veiled(value, self.shelves.sources.stand_ins())
