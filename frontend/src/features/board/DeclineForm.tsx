import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { useAct } from "../../lib/useAct";
import { FreeText } from "../../desk/FreeText";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem } from "../../ui/states";
import { DECLINE_REASONS } from "../../ui/words";
import { acts } from "./acts";
import type { Session } from "./queries";

/** The partner reads the reason and the note. */
export function DeclineForm({ session, close }: { session: Session; close: () => void }) {
  const { t, i18n } = useLingui();
  const decline = useAct(acts.decline);
  const [reason, setReason] = useState<Schema["DeclineReason"]>("no_place");
  const [note, setNote] = useState("");
  return (
    <div className="stack">
      <NativeSelect
        label={t`Reason`}
        size="md"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as Schema["DeclineReason"])}
        data={Object.entries(DECLINE_REASONS).map(([value, words]) => ({ value, label: i18n._(words) }))}
      />
      <FreeText
        label={t`A word to the partner`}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Problem tried="form" error={decline.error} />
      <ActOrNot
        busy={decline.isPending}
        onAct={() => decline.mutate({ id: session.id, reason, note })}
        onNot={close}
      >
        <Trans>Tell them we cannot come</Trans>
      </ActOrNot>
    </div>
  );
}
