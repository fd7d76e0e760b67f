"""How far an article is checked, in one line, and what is said where no claim stands."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tracker.domain.article import Span
from tracker.domain.proof import Coverage, Proof
from tracker.domain.sentences import words as words_of
from tracker.tui.theme import MUTED
from tracker.tui.widgets.key_signs import Keys
from tracker.tui.words.page import Page, words


def checking_lines(
    proof: Proof, claim: int | None, keys: Keys, same: str = ""
) -> tuple[Content, ...]:
    """Say which claim is in hand, what waits, and what no claim covers; shorter and shorter.

    ``same`` says whose words the article has.
    """
    ref = Content.styled(f"{proof.article.ref}  ", "bold")
    place = f"{proof.order.index(claim) + 1:,} of " if claim in proof.order else ""
    count = len(proof.order)
    claims = Content(f"{place}{count:,} claim{'' if count == 1 else 's'}  ")
    waiting = sum(proof.by_id[number].waiting for number in proof.order)
    decide = Content.styled(f"{waiting:,} to decide  " if waiting else "", "$text-warning")
    lost = Content.styled(f"{len(proof.lost):,} lost  " if proof.lost else "", "$text-warning")
    bare, total = len(proof.uncovered), len(proof.sentences) - len(proof.lost)
    tab = keys("uncovered(1)")
    fully = words(f"{bare:,} of {total:,} sentences uncovered ({tab})  ", MUTED)
    shortly = words(f"{bare:,} uncovered ({tab})  ", MUTED)
    if not bare:
        fully = shortly = Content.styled("every sentence covered  ", "$text-success")
    title = words(proof.article.title, MUTED)
    outlet = words(f", {proof.outlet}" if proof.outlet else "", MUTED)
    former = f"today’s text is A{proof.today}  " if proof.today is not None else ""
    start = Content("").join([ref, Content.styled(former, "$text-warning"), claims, decide, lost])
    again, briefly = (
        words(f"{one}  " if one else "", "$accent") for one in (same, same.partition(";")[0])
    )
    return (
        Content("").join([start, again, fully, title, outlet]),
        Content("").join([start, again, fully, title]),
        Content("").join([start, briefly, shortly, title]),
    )


def chosen_lines(
    proof: Proof, chosen: Span, claim: int | None, keys: Keys
) -> tuple[Content, Content, Content]:
    """Say how many words are chosen, and what can be done with them; shorter and shorter."""
    count = sum(1 for _ in words_of(proof.text[chosen.start : chosen.end]))
    said = f"{count:,} word{'' if count == 1 else 's'} selected  "
    make, passage = f"{keys('accept')} claim  ", ""
    if claim is not None:
        passage = f"{keys('edit')} passage of C{claim}  "
    clear, leave = f"{keys('dismiss_proposed')} nothing to check  ", f"{keys('back')} let go"
    offered = (f"{make}{passage}{clear}{leave}", f"{make}{passage}{leave}", f"{make}{leave}")
    one, two, three = (
        Content.assemble((said, "bold $accent"), words(each, MUTED)) for each in offered
    )
    return one, two, three


def bare_page(proof: Proof, sentence: int, width: int, keys: Keys) -> Sequence[Content]:
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
            (keys("choose_word(1)"), f"selects words; {keys('accept')} makes a claim of them"),
            (keys("dismiss_proposed"), "says that there is nothing to check here"),
            (keys("uncovered(1)"), "goes to the next sentence that no claim covers"),
        ):
            page.hang(Content.styled(key.ljust(9), "bold $accent"), words(does, MUTED))
    return page.lines
