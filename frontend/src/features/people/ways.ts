import type { Schema } from "../../api/client";

export interface Way {
  area: string;
  other: string;
  /** Null: nobody has said how long it takes. */
  minutes: number | null;
}

const key = (area: string, other: string) => JSON.stringify([area, other].toSorted());

/** Every pair of areas once: those that were measured, by name, then those that nobody has measured. */
export function waysOf({ areas, results }: Schema["TravelTimeList"], locale: string): Way[] {
  const known = new Map(results.map(({ area, other, minutes }) => [key(area, other), minutes]));
  const { compare } = new Intl.Collator(locale);
  const named = areas.toSorted(compare);
  const pairs = named.flatMap((area, at) =>
    named.slice(at + 1).map((other) => ({ area, other, minutes: known.get(key(area, other)) ?? null })),
  );
  return [
    ...pairs.filter(({ minutes }) => minutes !== null),
    ...pairs.filter(({ minutes }) => minutes === null),
  ];
}
