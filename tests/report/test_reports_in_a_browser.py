"""Every kind of report in a real browser: it fits, asks for nothing, and goes by keyboard."""

from __future__ import annotations

import pytest
from browser import CHROMIUM, browser
from saying import saying
from told import text_of

from tracker.report.formats import Format
from tracker.report.report import ReportKind

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

WIDTHS = (390, 800, 1400)
HOSTILE = (
    '"><img src="http://127.0.0.1:9/x"><script src="http://127.0.0.1:9/y"></script>'
    "<style>@import 'http://127.0.0.1:9/z'</style><b onclick=x>b</b> " + "o" * 300
)
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 2.2: the contrast of every text with the ground behind it, as the browser draws both.
FAINT = """(() => {
  const rgb = (said) => said.match(/[\\d.]+/g).map(Number);
  const light = (color) => color.slice(0, 3).map((one) => one / 255)
    .map((one) => one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const found = rgb(getComputedStyle(node).backgroundColor);
      if (found.length === 3 || found[3] === 1) return found;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const node of document.querySelectorAll("body *")) {
    const says = [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    if (!says || !node.checkVisibility() || node.closest("svg")) continue;
    const style = getComputedStyle(node);
    const [one, other] = [light(rgb(style.color)), light(ground(node))].sort();
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) faint.push(`${node.tagName}.${node.className} ${ratio.toFixed(2)}`);
  }
  return faint;
})()"""


@pytest.fixture(params=list(ReportKind))
def page(request, tmp_path):
    """A report that says a hostile text wherever one can stand, as a file."""
    file = tmp_path / "report.html"
    file.write_text(text_of(saying(request.param, HOSTILE), Format.HTML), encoding="utf-8")
    return file.as_uri()


async def test_a_report_fits_every_width_asks_for_nothing_and_can_be_read(page):
    async with browser() as open_tab:
        tab = await open_tab()
        await tab.open(page)
        for width in WIDTHS:
            await tab.resize(width, 900)
            assert await tab.value(TOO_WIDE) == 0, width
        for scheme in ("light", "dark"):
            wanted = [{"name": "prefers-color-scheme", "value": scheme}]
            await tab.tell("Emulation.setEmulatedMedia", features=wanted)
            assert await tab.value(FAINT) == [], scheme
        await tab.tell("Input.dispatchKeyEvent", type="keyDown", key="Tab", code="Tab",
                       windowsVirtualKeyCode=9)  # fmt: skip
        assert await tab.value("document.activeElement.className") == "skip"
        assert tab.asked == [page]
