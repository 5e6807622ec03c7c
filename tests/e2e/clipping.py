"""Text that is there and cannot be read: cut off by what it stands in."""

from playwright.sync_api import Page

_CUT_OFF = """() => {
  const room = 1;  // a part of a pixel is rounding
  const hides = (value) => value === 'hidden' || value === 'clip';
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const words = text.data.trim();
    if (!words || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].filter((line) => line.width > 0);
    for (let box = text.parentElement; box !== document.body && lines.length; box = box.parentElement) {
      const style = getComputedStyle(box);
      const [x, y] = [hides(style.overflowX), hides(style.overflowY)];
      if (!x && !y) continue;
      const edge = box.getBoundingClientRect();
      // What is for screen readers alone is cut down to nothing on purpose.
      if (edge.width <= 1 || edge.height <= 1) break;
      const cut = lines.some((line) =>
        (x && (line.right > edge.right + room || line.left < edge.left - room)) ||
        (y && (line.bottom > edge.bottom + line.height / 3 || line.top < edge.top - line.height / 3)));
      if (cut) found.add(`text is cut off: "${words}" in <${box.localName} class="${box.className}">`);
    }
  }
  return [...found];
}"""


def cut_off(page: Page) -> list[str]:
    """Every text of the page that a box with hidden overflow cuts, with or without three dots."""
    found: list[str] = page.evaluate(_CUT_OFF)
    return found
