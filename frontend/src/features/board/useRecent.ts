import { useEffect, useRef, useState } from "react";
import type { Schema } from "../../api/client";

export type Change = Schema["LastChange"];

/** How long something that changed is marked, in milliseconds. */
export const MARKED = 12_000;

const said = ({ kind, at }: Change) => `${kind} ${at}`;

/** What changed since the screen was opened, by id, for a little while; the newest is said aloud. */
export function useRecent(changes: Change[]): {
  recent: ReadonlyMap<string, Change>;
  newest: Change | undefined;
} {
  const known = useRef<Map<string, string> | null>(null);
  const [recent, setRecent] = useState<ReadonlyMap<string, Change>>(new Map());
  useEffect(() => {
    const before = known.current;
    known.current = new Map(changes.map((change) => [change.id, said(change)]));
    if (!before) return;
    const fresh = changes.filter((change) => before.get(change.id) !== said(change));
    if (fresh.length === 0) return;
    setRecent((shown) => new Map([...shown, ...fresh.map((change) => [change.id, change] as const)]));
    setTimeout(
      () => setRecent((shown) => new Map([...shown].filter(([, change]) => !fresh.includes(change)))),
      MARKED,
    );
  }, [changes]);
  const newest = [...recent.values()].toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
  return { recent, newest };
}
