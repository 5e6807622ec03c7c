import { afterEach, describe, expect, it, vi } from "vitest";
import { copy } from "./copy";

function shown(text: string): HTMLElement {
  const element = document.createElement("pre");
  element.textContent = text;
  document.body.append(element);
  return element;
}

/** A browser whose clipboard takes (or refuses) what is written, and whose old way does (or does not) work. */
function browser(writes: boolean | null, oldWay: boolean) {
  const written: string[] = [];
  const writeText = async (text: string) => {
    if (!writes) throw new DOMException("no", "NotAllowedError");
    written.push(text);
  };
  vi.stubGlobal("navigator", writes === null ? {} : { clipboard: { writeText } });
  document.execCommand = (command) => oldWay && command === "copy";
  return written;
}

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe("copy", () => {
  it("writes to the clipboard", async () => {
    const written = browser(true, false);
    expect(await copy("Friday, 10:00", null)).toBe("copied");
    expect(written).toEqual(["Friday, 10:00"]);
  });

  it.each([false, null])("copies the old way where the clipboard is %s", async (clipboard) => {
    browser(clipboard, true);
    expect(await copy("Friday", shown("Friday"))).toBe("copied");
  });

  it("leaves the text selected for a person where nothing else works", async () => {
    browser(false, false);
    expect(await copy("Friday", shown("Friday"))).toBe("select");
    expect(window.getSelection()?.toString()).toBe("Friday");
  });
});
