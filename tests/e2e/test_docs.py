"""The interactive documentation: nothing in it comes from anybody else's server."""

from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser

from scripts.check import OPENAPI
from tests.support.server import Server

METHODS = {"get", "post", "put", "patch", "delete"}


def test_the_documentation_loads_from_no_other_host_and_shows_every_operation(asgi_server: Server, chromium: Browser) -> None:
    asked: list[str] = []
    with chromium.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{asgi_server.origin}/api/v1/docs")
        page.get_by_text("/api/v1/visits/{id}/confirm", exact=True).wait_for()
        shown = page.locator(".opblock").count()
    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in {"data", "blob"}}
    assert hosts == {f"127.0.0.1:{asgi_server.port}"}
    document = yaml.safe_load(OPENAPI.read_text())["paths"]
    assert shown == sum(len(METHODS & set(operations)) for operations in document.values())
    assert any(url.endswith("/swagger-ui-bundle.js") for url in asked)
