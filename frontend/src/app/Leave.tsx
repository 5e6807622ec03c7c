import { Plural, Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { Me } from "../api/me";
import { unsentBy } from "../lib/offline/leaving";
import { Act } from "../ui/Act";
import { Problem } from "../ui/states";

/** Signing out, in two steps where something would be lost by it. */
export function useLeaving(me: Me, leave: () => Promise<void>) {
  const [lost, setLost] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const go = () => {
    setLost(0);
    setError(null);
    leave().catch(setError);
  };
  const ask = async () => {
    const unsent = await unsentBy(me.id);
    if (unsent) setLost(unsent);
    else go();
  };
  return { lost, error, go, ask: () => void ask(), stay: () => setLost(0) };
}

/** What would be lost, or why it was not possible. */
export function LeaveNote({ lost, error, go, stay }: ReturnType<typeof useLeaving>) {
  if (error)
    return (
      <div className="shell-live">
        <Problem error={error} />
      </div>
    );
  if (lost === 0) return null;
  return (
    <div className="note stack-tight shell-live" data-kind="warning" role="alert">
      <p>
        <Plural
          value={lost}
          one="# answer of yours is not sent yet. If you sign out now, it is lost."
          other="# answers of yours are not sent yet. If you sign out now, they are lost."
        />
      </p>
      <div className="row">
        <Act variant="default" onClick={stay}>
          <Trans>Stay signed in</Trans>
        </Act>
        <Act variant="default" onClick={go}>
          <Trans>Sign out all the same</Trans>
        </Act>
      </div>
    </div>
  );
}
