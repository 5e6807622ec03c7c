import { useInterval } from "@mantine/hooks";
import { useState } from "react";

const MINUTE = 60_000;

/** The time by this device's clock (milliseconds), new every minute. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), MINUTE, { autoInvoke: true });
  return now;
}
