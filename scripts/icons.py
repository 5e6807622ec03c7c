"""``python -m scripts.icons``: the mark as the pictures that phones put on their screens, drawn by the browser."""

from playwright.sync_api import sync_playwright

from scripts.paths import FRONTEND
from scripts.system import browser

PUBLIC = FRONTEND / "public"
PICTURES = {"192": (192, 1.0), "512": (512, 1.0), "maskable": (512, 0.7)}
"""By name: the side in pixels, and how much of it the mark takes. A phone cuts its own shape out of the last."""
PAGE = """<style>body {{ margin: 0; background: {ground}; display: grid; place-items: center; height: 100vh }}
svg {{ width: {part}vw; height: {part}vw }}</style>{mark}"""
GROUND = "#0b4f55"


def main() -> None:
    mark = (PUBLIC / "mark.svg").read_text()
    (PUBLIC / "icons").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox", "--disable-gpu"])
        for name, (side, part) in PICTURES.items():
            page = started.new_page(viewport={"width": side, "height": side})
            page.set_content(PAGE.format(ground="transparent" if part == 1 else GROUND, part=100 * part, mark=mark))
            page.screenshot(path=PUBLIC / "icons" / f"{name}.png", omit_background=part == 1)
        started.close()


if __name__ == "__main__":
    main()
