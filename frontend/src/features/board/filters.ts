import type { Session } from "./queries";

/** What of the board is shown, as the address holds it. */
export interface Filters {
  /** Those who need people first. */
  first: boolean;
  only: "" | "gaps" | "planned" | "confirmed";
  language: string;
  mode: string;
  words: string;
}

export const FILTER_NAMES = ["first", "only", "language", "mode", "words"] as const;

export function readFilters(params: URLSearchParams): Filters {
  const only = params.get("only");
  return {
    first: params.get("first") === "gaps",
    only: only === "gaps" || only === "planned" || only === "confirmed" ? only : "",
    language: params.get("language") ?? "",
    mode: params.get("mode") ?? "",
    words: params.get("words") ?? "",
  };
}

/** Whether anything narrows the board; an order does not. */
export function narrows({ only, language, mode, words }: Filters): boolean {
  return Boolean(only || language || mode || words);
}

/** A place without anybody, no place at all, or somebody who cannot be confirmed as things are. */
export function needsPeople(session: Session): boolean {
  if (session.state !== "scheduled" && session.state !== "confirmed") return false;
  if (session.shifts.length === 0) return session.mode !== "partner_led";
  return session.shifts.some(({ state, blocks }) => state === "open" || blocks.length > 0);
}

function text(session: Session): string {
  const people = session.shifts.flatMap(({ holder, offers }) => [
    holder?.name ?? "",
    ...offers.map(({ interpreter }) => interpreter.name),
  ]);
  return [session.group.name, session.agency.name, session.site.name, session.site.area, ...people]
    .join("\n")
    .toLocaleLowerCase();
}

export function matches(session: Session, filters: Filters): boolean {
  const { only, language, mode, words } = filters;
  if (only === "gaps" && !needsPeople(session)) return false;
  if (only === "planned" && session.state !== "scheduled") return false;
  if (only === "confirmed" && session.state !== "confirmed") return false;
  if (language && !session.shifts.some((shift) => shift.language === language)) return false;
  if (mode && session.mode !== mode) return false;
  return text(session).includes(words.trim().toLocaleLowerCase());
}

/** The ids of what is shown, in the order asked for: by time, or those who need people before the others. */
export function chosen(sessions: Session[], filters: Filters): string[] {
  const shown = sessions.filter((session) => matches(session, filters));
  const ordered = filters.first
    ? [...shown.filter(needsPeople), ...shown.filter((session) => !needsPeople(session))]
    : shown;
  return ordered.map(({ id }) => id);
}
