import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Act } from "../../../ui/Act";

/** A draft is thrown away in two taps, so that no thumb does it by mistake. */
export function ThrowAway({ throwAway }: { throwAway: () => void }) {
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <div>
        <Act variant="subtle" onClick={() => setSure(true)}>
          <Trans>Throw this draft away</Trans>
        </Act>
      </div>
    );
  return (
    <div className="note stack-tight" data-kind="warning">
      <p>
        <Trans>What you typed is lost then. Throw it away?</Trans>
      </p>
      <div className="row">
        <Act color="red" onClick={throwAway}>
          <Trans>Yes, throw it away</Trans>
        </Act>
        <Act variant="default" onClick={() => setSure(false)}>
          <Trans>Keep it</Trans>
        </Act>
      </div>
    </div>
  );
}
