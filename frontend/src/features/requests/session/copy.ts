/**
 * Put `text` on the clipboard. Where the browser has no clipboard for us (an old phone, an unsafe page), `shown`,
 * which holds the text, is selected and copied the old way; where that fails too, it stays selected for a person to copy.
 */
export async function copy(text: string, shown: HTMLElement | null): Promise<"copied" | "select"> {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    return select(shown) && document.execCommand("copy") ? "copied" : "select";
  }
}

function select(shown: HTMLElement | null): boolean {
  const selection = window.getSelection();
  if (!shown || !selection) return false;
  selection.selectAllChildren(shown);
  return true;
}
