import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Act } from "../../ui/Act";
import { CancelForm } from "./CancelForm";
import { acts, useAct, type Visit } from "./queries";

/** The day is one thing: cancelled with every session on it, in one act. */
export function CancelDay({ visit }: { visit: Visit }) {
  const [open, setOpen] = useState(false);
  const cancel = useAct(acts.cancelVisit);
  if (!open)
    return (
      <Act variant="subtle" onClick={() => setOpen(true)}>
        <Trans>Cancel the day</Trans>
      </Act>
    );
  return (
    <CancelForm
      title={<Trans>Every session of this day is cancelled, and everyone is told.</Trans>}
      busy={cancel.isPending}
      error={cancel.error}
      send={(given) => cancel.mutate({ id: visit.id, ...given })}
      close={() => setOpen(false)}
    />
  );
}
