const HALF_A_DAY = 12 * 60 * 60_000;

/** How many milliseconds until the first of the sessions that are still ahead begins, half a day at the most. */
export function untilNextStart(sessions: { starts_at: string }[], now: number): number | false {
  const ahead = sessions.map(({ starts_at }) => Date.parse(starts_at) - now).filter((left) => left > 0);
  return ahead.length > 0 && Math.min(...ahead, HALF_A_DAY);
}
