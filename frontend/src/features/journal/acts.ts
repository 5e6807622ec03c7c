import type { Line } from "./queries";

/** What one person did in one moment: its first line is the act, the others followed from it. */
export interface Deed {
  key: string;
  at: string;
  by: string | null;
  byId: string | null;
  lines: Line[];
}

function sameDeed(deed: Deed, line: Line): boolean {
  return deed.at === line.at && deed.byId === line.actor;
}

/** Lines as they come, newest first, put together to what somebody did. */
export function deeds(lines: Line[]): Deed[] {
  const found: Deed[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    // The journal is told newest first, and an act before what followed from it.
    if (last && sameDeed(last, line)) last.lines.unshift(line);
    else
      found.push({
        key: `${line.at} ${line.id} ${line.kind} ${String(found.length)}`,
        at: line.at,
        by: line.actor_name,
        byId: line.actor,
        lines: [line],
      });
  }
  return found;
}

/** What a line says of its thing. */
export type About = Pick<Line, "type" | "thing">;

/** Where a line's thing is looked at, where there is a screen for it. */
export function wayTo({ thing, type }: About): string | null {
  if (!thing?.visit) return null;
  if (type === "shift" && thing.place) return `/team/visits/${thing.visit}?place=${thing.place}`;
  return `/team/visits/${thing.visit}`;
}
