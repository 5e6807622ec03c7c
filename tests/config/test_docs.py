"""The interactive documentation: nothing in it comes from anybody else's server."""

from urllib.parse import urlsplit

import yaml
from playwright.sync_api import sync_playwright

from scripts import system
from scripts.check import OPENAPI
from tests.support.server import Server

METHODS = {"get", "post", "put", "patch", "delete"}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
"""``--no-sandbox``: the tests may run as root."""


def test_the_documentation_loads_from_no_other_host_and_shows_every_operation(asgi_server: Server) -> None:
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system.browser(), args=FLAGS)
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{asgi_server.origin}/api/v1/docs")
        page.get_by_text("/api/v1/visits/{id}/confirm", exact=True).wait_for()
        shown = page.locator(".opblock").count()
        browser.close()
    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in {"data", "blob"}}
    assert hosts == {f"127.0.0.1:{asgi_server.port}"}
    document = yaml.safe_load(OPENAPI.read_text())["paths"]
    assert shown == sum(len(METHODS & set(operations)) for operations in document.values())
    assert any(url.endswith("/swagger-ui-bundle.js") for url in asked)
