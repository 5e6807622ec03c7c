import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { byField } from "../../api/errors";
import { useAct } from "../../lib/useAct";
import { FreeText } from "../../desk/FreeText";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { acts } from "./acts";
import type { Shift } from "./queries";

/** The safeguarding lead's decision, with its reason, for one person in one place. */
export function Decide({ shift, interpreter }: { shift: Shift; interpreter: string }) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const decide = useAct(acts.override);
  const problem = byField(decide.error)["reason"];
  return (
    <div className="stack-tight">
      <FreeText
        label={t`Why this person may take the place all the same`}
        value={reason}
        error={problem}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {!problem && <Problem tried="form" error={decide.error} />}
      <div>
        <Act
          variant="default"
          busy={decide.isPending || !reason.trim()}
          onClick={() => decide.mutate({ id: shift.id, interpreter, reason })}
        >
          <Trans>Record this decision</Trans>
        </Act>
      </div>
    </div>
  );
}
