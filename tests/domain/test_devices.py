"""A device in two words, from what browsers say of themselves."""

import pytest

from passerelle.domain.devices import Browser, Device, System, device_of

MOZILLA = "Mozilla/5.0"
WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
SAID = {
    f"{MOZILLA} (Linux; Android 10; K) {WEBKIT} Chrome/130.0.0.0 Mobile Safari/537.36": (Browser.CHROME, System.ANDROID),
    f"{MOZILLA} (Linux; Android 13; SAMSUNG SM-A135F) {WEBKIT} SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36": (
        Browser.SAMSUNG,
        System.ANDROID,
    ),
    f"{MOZILLA} (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0": (Browser.FIREFOX, System.ANDROID),
    f"{MOZILLA} (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 Version/17.6 Mobile/15E148 Safari/604.1": (
        Browser.SAFARI,
        System.IPHONE,
    ),
    f"{MOZILLA} (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 CriOS/130.0 Mobile/15E148 Safari/604.1": (
        Browser.CHROME,
        System.IPHONE,
    ),
    f"{MOZILLA} (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 FxiOS/132.0 Mobile/15E148 Safari/605.1.15": (
        Browser.FIREFOX,
        System.IPAD,
    ),
    f"{MOZILLA} (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0": (
        Browser.EDGE,
        System.WINDOWS,
    ),
    f"{MOZILLA} (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/130.0.0.0 Safari/537.36 OPR/114.0": (
        Browser.OPERA,
        System.WINDOWS,
    ),
    f"{MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.6 Safari/605.1.15": (
        Browser.SAFARI,
        System.MAC,
    ),
    f"{MOZILLA} (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/130.0.0.0 Safari/537.36": (Browser.CHROME, System.CHROMEBOOK),
    f"{MOZILLA} (X11; Ubuntu; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0": (Browser.FIREFOX, System.LINUX),
    "curl/8.5.0": (Browser.OTHER, System.OTHER),
    "": (Browser.OTHER, System.OTHER),
}


@pytest.mark.parametrize("said", SAID, ids=lambda said: said[:60])
def test_a_device_is_told_by_browser_and_system(said: str) -> None:
    assert device_of(said) == Device(*SAID[said])
