"""Lighthouse on the first screens of the built front end: a phone of the middle class on a slow line, signed in."""

import hashlib
import json
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench import product
from bench.results import Figure
from scripts import system
from scripts.paths import BIN, environment
from scripts.say import say, stop

HERE = Path(__file__).parent
ROLES = ("interpreter", "partner")
CATEGORIES = ("performance", "accessibility", "best-practices")
ROUNDS = 5
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


def measure() -> list[Figure]:
    """The median score of each category (of 100), for each role's first screen."""
    system.prepare()
    _install()
    figures = []
    with product.running() as (port, _), tempfile.TemporaryDirectory() as profiles:
        for role in ROLES:
            with _signed_in(role, port, Path(profiles) / role) as inspected:
                rounds = [_scores(f"http://{role}.localhost:{port}/{role}", inspected) for _ in range(ROUNDS)]
            for category in CATEGORIES:
                scores = [scored[category] for scored in rounds]
                how = (
                    f"Lighthouse {_version()}, its mobile preset (simulated slow 4G, four times slower processor), signed in, "
                    f"the demo world in English; median of {ROUNDS}, from {min(scores):g} to {max(scores):g}"
                )
                name = f"bench/lighthouse_{role}_{category.replace('-', '_')}"
                figures.append(Figure(name, statistics.median(scores), "of 100", how))
    return figures


def _install() -> None:
    lock = HERE / "package-lock.json"
    stamp, wanted = HERE / "node_modules" / ".stamp", hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    say("Installing Lighthouse")
    _run([str(BIN / "npm"), "ci", "--no-audit", "--no-fund", "--loglevel=error"])
    stamp.write_text(wanted)


@contextmanager
def _signed_in(role: str, port: int, profile: Path) -> Iterator[int]:
    """A browser in which somebody of the demo is signed in, and the port on which it can be inspected."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            profile, executable_path=system.browser(), args=[*FLAGS, "--remote-debugging-port=0"], locale="en"
        )
        page = browser.pages[0]
        page.goto(f"http://{role}.localhost:{port}/")
        page.locator(".card-lead button").first.click()
        page.wait_for_url(f"**/{role}")
        yield int((profile / "DevToolsActivePort").read_text().split()[0])
        browser.close()


def _scores(url: str, inspected: int) -> dict[str, float]:
    report: dict[str, Any] = json.loads(
        _run(
            [
                str(HERE / "node_modules" / ".bin" / "lighthouse"),
                url,
                f"--port={inspected}",
                f"--only-categories={','.join(CATEGORIES)}",
                "--output=json",
                "--quiet",
            ]
        )
    )
    if report["finalDisplayedUrl"] != url:
        stop(f"Lighthouse was led from {url} to {report['finalDisplayedUrl']}: nobody is signed in.")
    for audit in report["categories"]["accessibility"]["auditRefs"]:
        if audit["weight"] and report["audits"][audit["id"]]["score"] == 0:
            say(f"  {url}: {report['audits'][audit['id']]['title']}")
    return {name: round(report["categories"][name]["score"] * 100, 1) for name in CATEGORIES}


def _version() -> str:
    found: str = json.loads((HERE / "package.json").read_text())["devDependencies"]["lighthouse"]
    return found


def _run(command: list[str]) -> str:
    done = subprocess.run(command, cwd=HERE, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        stop(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout
