"""What the API says to whoever sits at a window, once something was done there."""

from typing import Any

from tests.e2e.windows import Window

READ = """async (path) => {
  const answer = await fetch(`/api/v1/${path}`);
  return [answer.status, await answer.json()];
}"""


def said(window: Window, path: str) -> Any:
    """Read by the page itself, with its cookies and nothing kept."""
    status, body = window.page.evaluate(READ, path)
    assert status == 200, f"{status} {path} {body}"
    return body
