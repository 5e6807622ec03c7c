import { utcDay } from "../lib/time/utc";

/** Whose screens there are. */
export const DESKS = ["interpreter", "partner", "team"] as const;
export type Desk = (typeof DESKS)[number];

declare global {
  interface Window {
    /** The page's own styles are there, or will not come. */
    passerelleStyled?: Promise<unknown>;
  }
}

/** What the build put where, each by its name: the pieces of each desk's first screen, and each language's words. */
export interface Pieces {
  desks: Partial<Record<Desk, string[]>>;
  /** By locale, then by catalog; `names` are the names of days. */
  words: Record<string, Record<string, string>>;
  /** What every screen looks like. */
  styles: string[];
  /** The letters of those who write from right to left. */
  font: string | null;
}

const SPOKEN: Record<Desk, string[]> = {
  interpreter: ["messages", "names"],
  partner: ["messages", "names", "desks"],
  team: ["messages", "names", "desks", "team"],
};

/** The desk whose screens stand at `pathname`. */
export function deskAt(pathname: string): Desk | undefined {
  return DESKS.find((desk) => pathname.split("/")[1] === desk);
}

/** The files of a first screen, and of the words its reader hears. */
export function filesOf(pieces: Pieces, desk: Desk | undefined, locale: string): string[] {
  const parts = desk ? SPOKEN[desk] : ["messages", "names"];
  const words = parts.map((part) => pieces.words[locale]?.[part]).filter((file) => file !== undefined);
  return [...words, ...((desk && pieces.desks[desk]) ?? [])];
}

/** What the screen at `pathname` reads first, where it is a desk's first one. */
export function readsAt(pathname: string, now: Date): string[] {
  const today = utcDay(now);
  const reads: Record<string, string[]> = {
    "/": [],
    "/interpreter": ["/api/v1/offers?show=mine", "/api/v1/offers?show=asked"],
    "/partner": [
      "/api/v1/sessions?when=coming&order=soonest&limit=100",
      "/api/v1/sessions?order=latest&limit=50",
      `/api/v1/visits?from=${today}`,
      "/api/v1/groups?limit=100",
      `/api/v1/sessions?state=cancelled%2Cdeclined&order=soonest&from=${today}&limit=100`,
    ],
    "/team": ["/api/v1/visits?order=latest&limit=100"],
  };
  if (deskAt(pathname) || pathname === "/") return ["/api/v1/me", ...(reads[pathname] ?? [])];
  return [];
}
