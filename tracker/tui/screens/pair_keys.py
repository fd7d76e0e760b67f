"""The keys of the contradictions, beside those for acting on claims."""

from __future__ import annotations

from textual.binding import Binding

from tracker.tui.widgets.leaf_keys import leaf_keys, page_keys

PAIR_KEYS = [
    Binding("a", "accept", "Confirm", id="pair.confirm",
            tooltip="Confirm the relation, then accept what is proposed for each side"),
    Binding("x", "dismiss_proposed", "Reject", id="pair.reject",
            tooltip="Reject the relation, or else what is proposed for this side"),
    Binding("X", "dismiss_because", "Reject …", id="pair.reject-because",
            tooltip="Reject the relation for a reason of your own", show=False),
    Binding("left", "side(-1)", "Left", id="pair.left", tooltip="Act on the side to the left",
            show=False),
    Binding("right", "side(1)", "Right", id="pair.right",
            tooltip="Act on the side to the right", show=False),
    Binding("j,down", "pair(1)", "Next", id="pair.next", tooltip="The next pair"),
    Binding("k,up", "pair(-1)", "Previous", id="pair.previous", tooltip="The pair before",
            show=False),
    Binding("g,home", "pair(-1000000)", "First", id="pair.first", tooltip="The first pair",
            show=False),
    Binding("G,end", "pair(1000000)", "Last", id="pair.last", tooltip="The last pair",
            show=False),
    Binding("tab", "further(1)", "Further", id="pair.further",
            tooltip="Put the event's next account opposite"),
    Binding("shift+tab", "further(-1)", "Former", id="pair.former",
            tooltip="Put the account before it opposite", show=False),
    Binding("A", "accept_both", "Accept both", id="pair.accept-both",
            tooltip="Accept what is proposed for both sides", show=False),
    Binding("F", "set_facet", "Facet", id="pair.facet", tooltip="Set the relation's facet",
            show=False),
    Binding("p", "report", "Report", id="pair.report",
            tooltip="Report the contradictions of this event", show=False),
    Binding("slash", "search", "Search", id="pair.search",
            tooltip="Search in the claims of the pairs", show=False),
    Binding("f", "filter", "Filter", id="pair.filter", tooltip="Show only some pairs", show=False),
    Binding("escape", "clear", "Clear", id="pair.clear", tooltip="Show all pairs", show=False),
    Binding("enter", "open", "Open", id="pair.open", tooltip="Open the claim of this side",
            show=False),
    *leaf_keys("pair"),
    *page_keys("pair"),
]  # fmt: skip
