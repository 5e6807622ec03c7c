"""A look for names that stand on the other side of the page since they are in another script than it."""

from typing import Any

from playwright.sync_api import Page

_LINES = """() => {
  const rightToLeft = document.documentElement.dir === "rtl";
  const [own, other] = rightToLeft ? ["أمل · شيرين", "Amal · Shirin"] : ["Amal · Shirin", "أمل · شيرين"];
  const start = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    return rightToLeft ? box.right : box.left;
  };
  const alone = (one) => {
    const { display } = getComputedStyle(one);
    const round = getComputedStyle(one.parentElement);
    const inRow = round.display.endsWith("flex") && round.flexDirection.startsWith("row");
    return display !== "inline" && !inRow && one.getBoundingClientRect().width > 0;
  };
  const found = { looked_at: 0, flung: [] };
  for (const one of document.querySelectorAll("main bdi, main [dir=auto]:not(input, textarea, select, pre)")) {
    const text = [...one.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
    if (!text || !alone(one)) continue;
    const said = text.nodeValue;
    const edges = [own, other].map((names) => {
      text.nodeValue = names;
      return start(text);
    });
    text.nodeValue = said;
    found.looked_at += 1;
    if (Math.abs(edges[0] - edges[1]) > 2) found.flung.push(`${one.outerHTML.slice(0, 120)} ${edges}`);
  }
  return found;
}"""
"""Each line of names alone, with names of either script in the place of its own: where these start, they all have to."""


def lines_of_names(page: Page) -> dict[str, Any]:
    """How many lines of names alone were ``looked_at``, and the HTML of those that are ``flung`` to the other side."""
    found: dict[str, Any] = page.evaluate(_LINES)
    return found
