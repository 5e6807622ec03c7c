"""Which device somebody signs in on, as far as its owner needs it to tell one from another."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Browser(StrEnum):
    CHROME = "chrome"
    EDGE = "edge"
    FIREFOX = "firefox"
    OPERA = "opera"
    SAFARI = "safari"
    SAMSUNG = "samsung"
    OTHER = "other"


class System(StrEnum):
    ANDROID = "android"
    IPHONE = "iphone"
    IPAD = "ipad"
    WINDOWS = "windows"
    MAC = "mac"
    CHROMEBOOK = "chromebook"
    LINUX = "linux"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Device:
    browser: Browser
    system: System


_BROWSERS = (
    (r"\bEdgA?(iOS)?/", Browser.EDGE),
    (r"\bOPR/|\bOPT/|\bOpera\b", Browser.OPERA),
    (r"\bSamsungBrowser/", Browser.SAMSUNG),
    (r"\b(Firefox|FxiOS)/", Browser.FIREFOX),
    (r"\b(Chrome|CriOS|HeadlessChrome)/", Browser.CHROME),
    (r"\bSafari/", Browser.SAFARI),
)
_SYSTEMS = (
    (r"\biPhone\b", System.IPHONE),
    (r"\biPad\b", System.IPAD),
    (r"\bAndroid\b", System.ANDROID),
    (r"\bWindows\b", System.WINDOWS),
    (r"\bMac OS X\b|\bMacintosh\b", System.MAC),
    (r"\bCrOS\b", System.CHROMEBOOK),
    (r"\bLinux\b", System.LINUX),
)
"""In this order: each names those below it too."""


def device_of(user_agent: str) -> Device:
    """What ``user_agent`` says of itself. Its versions and models are not kept: they would tell one phone from all others."""
    browser = next((found for pattern, found in _BROWSERS if re.search(pattern, user_agent)), Browser.OTHER)
    system = next((found for pattern, found in _SYSTEMS if re.search(pattern, user_agent)), System.OTHER)
    return Device(browser, system)
