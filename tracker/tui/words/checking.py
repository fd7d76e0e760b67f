"""How far an article is checked, in one line, and what is said where no claim stands."""

from __future__ import annotations

from textual.content import Content

from tracker.domain.article import Span
from tracker.domain.proof import Coverage, Proof
from tracker.domain.sentences import words as words_of
from tracker.tui.theme import MUTED
from tracker.tui.words.page import Page, words


def checking_lines(proof: Proof, claim: int | None) -> tuple[Content, ...]:
    """Say which claim is in hand, what waits, and what no claim covers; shorter and shorter."""
    ref = Content.styled(f"{proof.article.ref}  ", "bold")
    place = f"{proof.order.index(claim) + 1:,} of " if claim in proof.order else ""
    count = len(proof.order)
    claims = Content(f"{place}{count:,} claim{'' if count == 1 else 's'}  ")
    waiting = sum(proof.by_id[number].waiting for number in proof.order)
    decide = Content.styled(f"{waiting:,} to decide  " if waiting else "", "$text-warning")
    lost = Content.styled(f"{len(proof.lost):,} lost  " if proof.lost else "", "$text-warning")
    bare, total = len(proof.uncovered), len(proof.sentences) - len(proof.lost)
    fully = words(f"{bare:,} of {total:,} sentences uncovered (tab)  ", MUTED)
    shortly = words(f"{bare:,} uncovered (tab)  ", MUTED)
    if not bare:
        fully = shortly = Content.styled("every sentence covered  ", "$text-success")
    title = words(proof.article.title, MUTED)
    outlet = words(f", {proof.outlet}" if proof.outlet else "", MUTED)
    former = f"today’s text is A{proof.today}  " if proof.today is not None else ""
    start = Content("").join([ref, Content.styled(former, "$text-warning"), claims, decide, lost])
    return (
        Content("").join([start, fully, title, outlet]),
        Content("").join([start, fully, title]),
        Content("").join([start, shortly, title]),
    )


def chosen_line(proof: Proof, chosen: Span, claim: int | None) -> Content:
    """Say how many words are chosen, and what can be done with them."""
    count = sum(1 for _ in words_of(proof.text[chosen.start : chosen.end]))
    passage = f"E passage of C{claim}  " if claim is not None else ""
    return Content.assemble(
        (f"{count:,} word{'' if count == 1 else 's'} selected  ", "bold $accent"),
        (f"a claim  {passage}x nothing to check  esc let go", MUTED),
    )


def bare_page(proof: Proof, sentence: int, width: int) -> Content:
    """Say what can be done where no claim stands."""
    page = Page(min(width, 72))
    if not proof.coverage:
        page.say(words("There is no text in this article.", MUTED))
    elif proof.coverage[sentence] is Coverage.CHECKED:
        page.say(Content.styled("✓ nothing to check here", "$text-success"))
    else:
        page.say(words("No claim covers this sentence."))
        page.gap()
        for key, does in (
            ("shift+→", "selects words; a makes a claim of them"),
            ("x", "says that there is nothing to check here"),
            ("tab", "goes to the next sentence that no claim covers"),
        ):
            page.hang(Content.styled(key.ljust(9), "bold $accent"), words(does, MUTED))
    return page.content
