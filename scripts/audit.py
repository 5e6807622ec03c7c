"""``make audit``: what is known against the versions that both lock files pin.

uv asks the Open Source Vulnerabilities database, npm the registry its packages come from. Where nobody answers, that is said
and nothing is known: the run does not fail for it. ``PASSERELLE_ADVISORIES`` names another database for uv, npm's own settings
another registry.
"""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.paths import BIN, FRONTEND, ROOT, environment
from scripts.say import say, stop

UV = ROOT / ".uv" / "bin" / "uv"
NOT_OURS: dict[str, str] = {}
"""Advisories that do not concern us, by their id (the end of their address), each with why."""


@dataclass(frozen=True)
class Audit:
    """Of one lock file. ``known`` are sentences; None where nobody could be asked, and ``why`` says so."""

    of: str
    packages: int = 0
    known: tuple[str, ...] | None = None
    why: str = ""


def back_end() -> Audit:
    where = os.environ.get("PASSERELLE_ADVISORIES")
    words = [str(UV), "audit", "--frozen", "--output-format=json", *([f"--service-url={where}"] if where else [])]
    told, why = _told(words, ROOT)
    if "summary" not in told:
        return Audit("uv.lock", why=why)
    return Audit("uv.lock", told["summary"]["audited_packages"], tuple(_of_uv(told)))


def _of_uv(told: dict[str, Any]) -> Iterator[str]:
    for one in told["vulnerabilities"]:
        mended = ", ".join(one["fix_versions"]) or "no version yet"
        package = one["dependency"]
        if one["id"] not in NOT_OURS:
            yield f"{package['name']} {package['version']}: {one['summary']} (mended in {mended}; {one['link']})"
    for one in told["adverse_statuses"]:
        yield f"{one['name']} is {one['status']}"


def front_end() -> Audit:
    told, why = _told([str(BIN / "npm"), "audit", "--package-lock-only", "--json"], FRONTEND)
    if "auditReportVersion" not in told:
        return Audit("package-lock.json", why=told.get("message") or told.get("error", {}).get("summary") or why)
    return Audit("package-lock.json", told["metadata"]["dependencies"]["total"], tuple(_of_npm(told)))


def _of_npm(told: dict[str, Any]) -> Iterator[str]:
    """One sentence for each advisory: a package that only stands on another one names that."""
    for one in told["vulnerabilities"].values():
        for via in one["via"]:
            if isinstance(via, dict) and via["url"].rpartition("/")[2] not in NOT_OURS:
                yield f"{one['name']} {one['range']}: {via['title']} ({via['severity']}; {via['url']})"


def _told(words: Sequence[str], where: Path) -> tuple[dict[str, Any], str]:
    """What it answered, empty where that is no answer; and the last thing it complained of."""
    done = subprocess.run(words, cwd=where, env=environment(), capture_output=True, text=True, check=False)
    complaints = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    try:
        told = json.loads(done.stdout)
    except ValueError:
        told = {}
    return told, complaints[-1] if complaints else f"{Path(words[0]).name} ended with {done.returncode}"


def main() -> None:
    audits = [back_end(), front_end()]
    for audit in audits:
        if audit.known is None:
            say(f"{audit.of}: not audited, nobody could be asked ({audit.why})")
        else:
            say(f"{audit.of}: {len(audit.known)} known against {audit.packages} packages")
            for one in audit.known:
                say(f"  {one}")
    if any(audit.known for audit in audits):
        stop("Move to a mended version in the lock file; or say why it does not concern us in scripts/audit.py (NOT_OURS).")


if __name__ == "__main__":
    main()
