"""The ways in which a pattern reads a text, and where they are so many that it takes too long.

Where a word leads round in one loop, from there into a second, and round in that (Weber and Seidl,
On the degree of ambiguity of finite automata, 1991), and what comes behind may fail, each sign of a
text that repeats the word is tried with each: the time grows with the square. To search is a loop
too, for it begins anew at every sign. What has an end, such as ``{0,300}``, is no loop.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from machine import Condition, Machine, always, at_the_end


class Ways:
    """Looks in a pattern for a word that can be read in more and more ways as it is repeated."""

    def __init__(self, pattern: str, flags: int = 0, *, searched: bool = True) -> None:
        self._machine = Machine(pattern, flags)
        self._searched = searched
        self._steps: dict[tuple[int, str | None, str], frozenset[int]] = {}

    def word(self) -> str | None:
        """A word whose repetition takes time that grows with the square of its length."""
        first = self._machine.first
        begun = {first} | self._reach(first)
        ahead = {one: self._reach(one) for one in self._machine.looped & begun}
        rounds = {
            one: {two for two in ahead if two in ahead[one] and one in ahead[two]}
            for one in ahead
            if one in ahead[one]
        }
        sure = [one for one, others in rounds.items() if any(map(self._may_end, others))]
        late = [one for one in rounds if one not in sure and not self._runs_out(one)]
        for two in late:
            before = [one for one in rounds if one != two and two in ahead[one]]
            for one in [None, *before] if self._searched else before:
                word = self._pumped(one, two, rounds, ahead)
                if word is not None and not any(self._reads(word, one) for one in sure):
                    return word
        return None

    def _step(self, state: int, before: str | None, sign: str) -> frozenset[int]:
        """The states in which one may be after reading a sign."""
        key = (state, before, sign)
        if key not in self._steps:
            held = self._skipping(state, lambda only: only(before, sign))
            reads = (read for one in held for read in self._machine.reads[one])
            self._steps[key] = frozenset(to for signs, to in reads if sign in signs)
        return self._steps[key]

    def _skipping(self, state: int, may: Callable[[Condition], bool]) -> set[int]:
        seen, todo = {state}, [state]
        while todo:
            for only, to in self._machine.skips[todo.pop()]:
                if to not in seen and may(only):
                    seen.add(to)
                    todo.append(to)
        return seen

    def _may_end(self, state: int) -> bool:
        """Whether all may be read, whatever comes."""
        return bool(self._skipping(state, lambda only: only is always) & self._machine.ends)

    def _runs_out(self, state: int) -> bool:
        """Whether a loop over every sign may go on to the end of the text and all be read."""
        signs = self._machine.signs
        befores = {self._machine.before[sign] for sign in signs}
        if not all(state in self._step(state, one, two) for one in befores for two in signs):
            return False
        last = self._skipping(state, lambda only: only in (always, at_the_end))
        return bool(last & self._machine.ends)

    def _reach(self, state: int) -> set[int]:
        """The states in which one may be after reading some signs, if nothing holds one up."""
        seen: set[int] = set()
        todo = [state]
        while todo:
            held = self._skipping(todo.pop(), lambda _: True)
            new = {to for one in held for signs, to in self._machine.reads[one] if signs} - seen
            seen |= new
            todo += new
        return seen

    def _pumped(
        self, one: int | None, two: int, rounds: dict[int, set[int]], ahead: dict[int, set[int]]
    ) -> str | None:
        """A word round in one loop, from it to another, and round in that; None: the search."""
        signs, stands_for = self._machine.signs, self._machine.before
        for last in set(stands_for.values()) - {None}:
            start = (one, self._machine.first if one is None else one, two)
            seen, todo = {(start, last)}, deque([(start, last, "")])
            while todo:
                (first, going, second), before, word = todo.popleft()
                for sign in signs:
                    seconds = self._step(second, before, sign) & rounds[two]
                    firsts: Iterable[int | None] = [None]
                    if first is not None and one is not None:
                        firsts = self._step(first, before, sign) & rounds[one]
                    goings = self._step(going, before, sign) if seconds and firsts else ()
                    for now in ((a, b, c) for a in firsts for b in goings for c in seconds):
                        state = (now, stands_for[sign])
                        if state == ((one, two, two), last):
                            return word + sign
                        if state not in seen:
                            seen.add(state)
                            todo.append((*state, word + sign))
        return None

    def _reads(self, word: str, loop: int) -> bool:
        """Whether the repeated word is also read by a loop behind which all may be read."""
        now = {self._machine.first}
        for _ in range(4):
            now = self._all_of(word, now)
        return loop in now and loop in self._all_of(word, {loop})

    def _all_of(self, word: str, states: set[int]) -> set[int]:
        before = self._machine.before[word[-1]]
        for sign in word:
            states = {to for one in states for to in self._step(one, before, sign)}
            before = self._machine.before[sign]
        return states
