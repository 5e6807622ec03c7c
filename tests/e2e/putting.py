"""Putting something into an open page: its policy lets no markup say how it looks, and lets a script say so."""

from playwright.sync_api import Page

_PUT = """([html, where]) => {
  const into = document.querySelector(where);
  into.insertAdjacentHTML("beforeend", html.replaceAll(" style=", " data-looks="));
  for (const one of into.querySelectorAll("[data-looks]")) one.style.cssText = one.dataset.looks;
}"""


def put(page: Page, html: str, where: str = "main") -> None:
    """``html`` at the end of what ``where`` selects; its ``style`` attributes count."""
    page.evaluate(_PUT, [html, where])
