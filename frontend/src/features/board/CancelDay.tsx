import { Trans } from "@lingui/react/macro";
import { useAct } from "../../lib/useAct";
import { acts } from "./acts";
import { CancelForm } from "./CancelForm";
import type { Visit } from "./queries";

/** The day is one thing: cancelled with every session on it, in one act. */
export function CancelDay({ visit, close }: { visit: Visit; close: () => void }) {
  const cancel = useAct(acts.cancelVisit);
  return (
    <CancelForm
      title={<Trans>Every session of this day is cancelled, and everyone is told.</Trans>}
      busy={cancel.isPending}
      error={cancel.error}
      send={(given) => cancel.mutate({ id: visit.id, ...given })}
      close={close}
    />
  );
}
