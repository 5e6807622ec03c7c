import { useWindowEvent } from "@mantine/hooks";

/** What a key says: letters, and what stands beside them, by the key's place, for keyboards that write another script. */
function letter(event: KeyboardEvent): string {
  const { key, code, shiftKey } = event;
  if (/^[ -~]+$/.test(key)) return key.length > 1 ? key : key.toLowerCase();
  if (key === "؟") return "?";
  if (code === "Slash") return shiftKey ? "?" : "/";
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
}

/** Somebody is writing, or choosing from a list: keys are theirs. */
function taken(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox]), select, textarea, dialog") !== null
  );
}

const KEPT = "passerelle.keys";

/** Whether single letters are keys of the board on this device; whoever speaks to the computer turns them off. */
export const lettersOn = () => localStorage.getItem(KEPT) !== "off";
export const turnLetters = (on: boolean) => localStorage.setItem(KEPT, on ? "on" : "off");

/** Keys of the whole screen, by what is written on them. Those with Ctrl, Alt or Meta belong to the browser. */
export function useKeys(acts: Record<string, () => void>): void {
  useWindowEvent("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || taken(event.target))
      return;
    const key = letter(event);
    const act = key.length > 1 || lettersOn() ? acts[key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
}
