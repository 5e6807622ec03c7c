import { type RefObject, useRef } from "react";

interface Walk {
  board: RefObject<HTMLElement | null>;
  opened: string | null;
  open: (id: string) => void;
}

/**
 * Walking from place to place. Where one is, is kept here and not read from the screen: keys come faster than screens
 * are drawn. With a place open, walking opens the next one.
 */
export function useWalk({ board, opened, open }: Walk) {
  const at = useRef<string | null>(null);
  const places = () => [...(board.current?.querySelectorAll<HTMLElement>("button.place") ?? [])];

  const step = (by: 1 | -1) => {
    const all = places();
    const here = all.findIndex(({ dataset }) => dataset["id"] === at.current);
    const from = here < 0 && by < 0 ? 0 : here;
    const next = all[Math.min(Math.max(from + by, 0), all.length - 1)];
    if (!next) return;
    at.current = next.dataset["id"] ?? null;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    if (opened !== null && at.current) open(at.current);
  };
  const goTo = (id: string | null) => {
    at.current = id;
  };
  const focus = (id: string | null) =>
    places()
      .find(({ dataset }) => dataset["id"] === id)
      ?.focus();
  return { step, goTo, focus, here: () => at.current };
}
