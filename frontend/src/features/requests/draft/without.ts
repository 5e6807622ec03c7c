import type { Ask } from "./form";

/** How to do without a refused field, by the beginning of its path. */
const LEFT_OUT: [string, (ask: Ask) => Ask][] = [
  ["brief.notes", (ask) => ({ ...ask, brief: { ...ask.brief, notes: "" } })],
  ["staff_present", (ask) => ({ ...ask, staff_present: [] })],
  ["contact", (ask) => ({ ...ask, contact: null })],
  ["named", withoutName],
  ["requirements", withoutName],
  ["told", (ask) => ({ ...ask, told: null })],
];

function withoutName(ask: Ask): Ask {
  const requirements = (ask.requirements ?? []).filter(({ what }) => what !== "named" && what !== "variety");
  return { ...ask, named: null, requirements };
}

/**
 * `ask` without the fields that were refused, so that the rest can be saved; nothing where it cannot do without one.
 * Fields are named by their dotted path, as the API names them.
 */
export function without(ask: Ask, refused: string[]): Ask | null {
  const ways = refused.map((field) => LEFT_OUT.find(([path]) => field.startsWith(path)));
  if (ways.length === 0 || ways.includes(undefined)) return null;
  return ways.reduce((rest, way) => way?.[1](rest) ?? rest, ask);
}
