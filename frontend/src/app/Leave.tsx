import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Me } from "../api/me";
import { onThisDeviceOnly } from "../desk/leaving";
import { unsavedBy } from "../lib/offline/drafts";
import { unsentBy } from "../lib/offline/leaving";
import { Act } from "../ui/Act";
import { Problem } from "../ui/states";

/** How much of what was done and written here would be lost. */
const NOTHING = { answers: 0, drafts: 0 };

/** Signing out, in two steps where something would be lost by it. */
export function useLeaving(me: Me, leave: () => Promise<void>) {
  const [lost, setLost] = useState(NOTHING);
  const [error, setError] = useState<unknown>(null);
  const go = () => {
    setLost(NOTHING);
    setError(null);
    leave().catch(setError);
  };
  const ask = async () => {
    const found = { answers: await unsentBy(me.id), drafts: unsavedBy(me.id) };
    if (found.answers + found.drafts) setLost(found);
    else go();
  };
  return { lost, error, go, ask: () => void ask().catch(setError), stay: () => setLost(NOTHING) };
}

/** What would be lost, or why it was not possible. */
export function LeaveNote({ lost, error, go, stay }: ReturnType<typeof useLeaving>) {
  const { i18n } = useLingui();
  const { answers, drafts } = lost;
  if (error)
    return (
      <div className="shell-live">
        <Problem error={error} />
      </div>
    );
  if (answers + drafts === 0) return null;
  return (
    <div className="note stack-tight shell-live" data-kind="warning" role="alert">
      {answers > 0 && (
        <p>
          <Plural
            value={{ lost: answers }}
            one="# answer of yours is not sent yet. If you sign out now, it is lost."
            other="# answers of yours are not sent yet. If you sign out now, they are lost."
          />
        </p>
      )}
      {drafts > 0 && <p>{i18n._(onThisDeviceOnly(drafts))}</p>}
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
