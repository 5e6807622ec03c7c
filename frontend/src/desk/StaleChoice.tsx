import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Act } from "../ui/Act";
import "./StaleChoice.css";

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
  return (
    <section className="note stack-tight" data-kind="warning" role="alert">
      <p>
        <strong>
          <Trans>Somebody changed this while you were looking at it.</Trans>
        </strong>
      </p>
      <table className="stale">
        <thead>
          <tr>
            <th scope="col">
              <Trans>What</Trans>
            </th>
            <th scope="col">
              <Trans>As it is now</Trans>
            </th>
            <th scope="col">
              <Trans>What you chose</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, now, mine }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{now}</td>
              <td>{mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
