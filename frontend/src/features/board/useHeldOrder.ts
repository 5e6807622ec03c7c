import { useState } from "react";

/** `held` as far as it is still there, what is new behind it. */
export function merged(held: string[], wanted: string[]): string[] {
  const there = new Set(wanted);
  const known = new Set(held);
  return [...held.filter((id) => there.has(id)), ...wanted.filter((id) => !known.has(id))];
}

/**
 * An order that stays while the things in it change: nothing moves under the pointer. It is taken anew when `why`
 * changes (another filter, another day), or by `sortAnew`; `outdated` says that the order would be another one now.
 */
export function useHeldOrder(wanted: string[], why: string) {
  const [held, setHeld] = useState({ why, ids: wanted });
  if (held.why !== why) setHeld({ why, ids: wanted });
  const ids = held.why === why ? merged(held.ids, wanted) : wanted;
  const outdated = ids.join() !== wanted.join();
  return { ids, outdated, sortAnew: () => setHeld({ why, ids: wanted }) };
}
