import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Act } from "../ui/Act";
import { SideBySide } from "./SideBySide";

interface Line {
  label: string;
  now: ReactNode;
  mine: ReactNode;
}

interface Props {
  lines: Line[];
  busy: boolean;
  keepTheirs: () => void;
  writeMine: () => void;
  /** What writing it all the same does, where that is not what was chosen to the letter. */
  write?: ReactNode;
}

/** Somebody was quicker: what stands now and what was typed, side by side, and the choice between them. */
export function StaleChoice({ lines, busy, keepTheirs, writeMine, write }: Props) {
  const { t } = useLingui();
  return (
    <section className="note stack-tight" data-kind="warning" role="alert">
      <p>
        <strong>
          <Trans>Somebody changed this while you were looking at it.</Trans>
        </strong>
      </p>
      <SideBySide
        heads={[t`As it is now`, t`What you chose`]}
        lines={lines.map(({ label, now, mine }) => ({ label, first: now, second: mine ?? "–" }))}
      />
      <div className="row">
        <Act variant="default" onClick={keepTheirs}>
          <Trans>Leave it as it is now</Trans>
        </Act>
        <Act busy={busy} onClick={writeMine}>
          {write ?? <Trans>Write what I chose</Trans>}
        </Act>
      </div>
    </section>
  );
}
