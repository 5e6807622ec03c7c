import { Plural, Trans } from "@lingui/react/macro";

const HOUR = 3_600_000;
const DAYS_FROM = 48;

const hoursUntil = (by: string, now: number) => Math.floor((new Date(by).getTime() - now) / HOUR);

/** How long there still is; nothing once it is over. `now` in milliseconds. */
export function TimeLeft({ by, now }: { by: string; now: number }) {
  const left = hoursUntil(by, now);
  if (left < 0) return null;
  if (left < 1) return <Trans>less than an hour left</Trans>;
  if (left < DAYS_FROM) return <Plural value={left} one="# hour left" other="# hours left" />;
  return <Plural value={Math.floor(left / 24)} one="# day left" other="# days left" />;
}

/** Whether it is reckoned in hours by now. */
export const isNear = (by: string, now: number) => hoursUntil(by, now) < DAYS_FROM;
