import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import type { Schema } from "../../api/client";
import { FreeText } from "../../desk/FreeText";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { CANCEL_REASONS } from "../../ui/words";

interface Props {
  title: ReactNode;
  busy: boolean;
  error: unknown;
  send: (given: Schema["CancelRequest"]) => void;
  close: () => void;
}

/** Why something is cancelled; the partner and everyone booked read it. */
export function CancelForm({ title, busy, error, send, close }: Props) {
  const { t, i18n } = useLingui();
  const [reason, setReason] = useState<Schema["CancelReason"]>("no_crossing");
  const [note, setNote] = useState("");
  return (
    <div className="note stack" data-kind="warning">
      <p>{title}</p>
      <NativeSelect
        label={t`Reason`}
        size="md"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as Schema["CancelReason"])}
        data={Object.entries(CANCEL_REASONS).map(([value, words]) => ({ value, label: i18n._(words) }))}
      />
      <FreeText
        label={t`A word to everyone (if you like)`}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Problem tried="form" error={error} />
      <div className="row">
        <Act color="red" busy={busy} onClick={() => send({ reason, note })}>
          <Trans>Cancel it</Trans>
        </Act>
        <Act variant="default" onClick={close}>
          <Trans>Keep it</Trans>
        </Act>
      </div>
    </div>
  );
}
