import { Trans } from "@lingui/react/macro";
import { StaleChoice } from "../../desk/StaleChoice";
import type { Limits } from "../../ui/LimitFields";
import { useLimitLines } from "../../ui/limitLines";
import type { ToldLimits } from "./toldQueries";

interface Props {
  now: ToldLimits;
  mine: Limits;
  busy: boolean;
  keepTheirs: () => void;
  writeMine: () => void;
}

/**
 * Limits were recorded meanwhile: where the two differ, both side by side, and one to choose. What a colleague recorded is
 * theirs alone to read, so of that it is said that it is there, and not what it is.
 */
export function StaleLimits({ now, mine, ...choice }: Props) {
  const words = useLimitLines();
  const recorded = words(now.limits);
  const lines = words(mine).map(([label, own], at) => ({
    label,
    now: now.yours ? recorded[at]?.[1] : <Trans>Recorded by a colleague, who alone reads it</Trans>,
    mine: own,
  }));
  return <StaleChoice lines={lines.filter((line) => line.now !== line.mine)} {...choice} />;
}
