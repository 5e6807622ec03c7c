import { type Lack, lacks } from "../draft/draft";
import type { Draft, Session } from "../draft/form";

/** What is written together, and so counts as touched together. */
const PARTS: (keyof Draft)[][] = [
  ["needs"],
  ["requirements", "named"],
  ["theme"],
  ["situations"],
  ["materials"],
  ["room"],
  ["notes"],
  ["contactName", "contactPhone"],
  ["staff"],
];

const said = (of: unknown): string =>
  of !== null && typeof of === "object" && !Array.isArray(of)
    ? JSON.stringify(Object.entries(of).toSorted())
    : JSON.stringify(of);

const copied = (part: (keyof Draft)[], from: Draft): Partial<Draft> =>
  Object.fromEntries(part.map((key) => [key, from[key]]));

/**
 * What was typed, put on what stands `now`: the parts that were touched since the form was `opened`, and no others, so
 * that a word in the notes does not wipe out the contact that somebody else wrote meanwhile.
 */
export function onto(now: Draft, typed: Draft, opened: Draft): Draft {
  const touched = PARTS.filter((part) => part.some((key) => said(typed[key]) !== said(opened[key])));
  return Object.assign({ ...now }, ...touched.map((part) => copied(part, typed))) as Draft;
}

/** What stands in the way of saving. A session that never named a language need not begin to. */
export function lacking(typed: Draft, session: Session): Lack[] {
  const asked = session.needs.length > 0;
  const of: Lack[] = asked ? ["needs", "needs_people", "named"] : ["needs_people", "named"];
  return lacks(typed, session.site.time_zone, new Date(session.starts_at)).filter((lack) =>
    of.includes(lack),
  );
}
