import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Act } from "./Act";

interface Props {
  busy: boolean;
  /** What is done, in words. */
  children: ReactNode;
  /** Where it is not what the form round it sends. */
  onAct?: (() => void) | undefined;
  /** Without it there is no way back to offer. */
  onNot?: (() => void) | undefined;
  /** Beside acts that matter more. */
  quiet?: boolean;
}

/** The end of a small form: its act, and the way out that changes nothing. */
export function ActOrNot({ busy, children, onAct, onNot, quiet = false }: Props) {
  return (
    <div className="row">
      <Act
        {...(onAct ? { onClick: onAct } : { type: "submit" as const })}
        variant={quiet ? "default" : "filled"}
        busy={busy}
      >
        {children}
      </Act>
      {onNot && (
        <Act variant={quiet ? "subtle" : "default"} onClick={onNot}>
          <Trans>Not now</Trans>
        </Act>
      )}
    </div>
  );
}
