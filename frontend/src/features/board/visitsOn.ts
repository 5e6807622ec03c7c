import type { Visit } from "./queries";

/**
 * The days a session at a place in `zone` can be put on when it is on `day`: the one it is on already, then those
 * reckoned as its place is, then the others.
 */
export function visitsOn(visits: Visit[], day: string, zone: string, on?: string | null): Visit[] {
  const rank = ({ id, time_zone }: Visit) => (id === on ? 0 : time_zone === zone ? 1 : 2);
  return visits
    .filter((visit) => visit.day === day && (visit.state === "planning" || visit.state === "confirmed"))
    .toSorted((one, other) => rank(one) - rank(other));
}
