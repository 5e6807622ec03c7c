import type { Schema } from "../../api/client";
import { willBeConfirmed } from "./readiness";

type Preview = Schema["ConfirmationPreview"];
export type What = "confirmed" | "not_needed";

/** One person (or partner) and everything they will hear, by session. */
export interface Hearer {
  key: string;
  kind: string;
  name: string;
  /** The sessions they hear of; none for a therapist, who hears of the day. */
  lines: { what: string; session: Schema["SessionView"] | null }[];
}

/** Who will be told what, grouped by person, in the order of the day. */
export function hearers(preview: Preview, reasons: Record<string, string>): Hearer[] {
  const found = new Map<string, Hearer>();
  const add = (person: Schema["ToldPerson"], session: Schema["SessionView"] | null) => {
    const key = `${person.kind} ${person.id}`;
    const hearer = found.get(key) ?? { key, kind: person.kind, name: person.name, lines: [] };
    hearer.lines.push({ what: person.what, session });
    found.set(key, hearer);
  };
  for (const person of preview.told) add(person, null);
  for (const line of preview.sessions)
    if (willBeConfirmed(line, reasons[line.session.id] ?? ""))
      for (const person of line.told) add(person, line.session);
  return [...found.values()];
}
