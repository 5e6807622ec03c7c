import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { useAct } from "../../lib/useAct";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { acts } from "./acts";
import type { Session, Shift } from "./queries";

type Outcome = Schema["ShiftOutcome"];

/** A volunteer is never recorded as missing; who came and was not needed counts as having worked. */
function useOutcomes() {
  const { t } = useLingui();
  return (shift: Shift): { value: Outcome; label: string }[] => [
    { value: "worked", label: t`Came` },
    { value: "came_not_needed", label: t`Came, was not needed` },
    ...(shift.pay === "paid" ? [{ value: "missed" as const, label: t`Did not come` }] : []),
    { value: "let_go", label: t`Place let go, nothing held against anyone` },
  ];
}

const OFFERED: Record<string, boolean | null> = { "": null, yes: true, no: false };

/** After the session: did the confirmed interpreters come, and was a debrief offered? */
export function CloseOut({ session, close }: { session: Session; close?: () => void }) {
  const { t } = useLingui();
  const outcomes = useOutcomes();
  const confirmed = session.shifts.filter(({ state }) => state === "confirmed");
  const [chosen, setChosen] = useState<Record<string, Outcome>>({});
  const [debrief, setDebrief] = useState("");
  const send = useAct(acts.closeOut);
  const submit = () =>
    send.mutate({
      id: session.id,
      shifts: confirmed.map(({ id }) => ({ shift: id, outcome: chosen[id] ?? "worked" })),
      debrief_offered: OFFERED[debrief] ?? null,
    });
  return (
    <div className="stack">
      {confirmed.map((shift) => (
        <NativeSelect
          key={shift.id}
          label={<UserText>{shift.holder?.name ?? ""}</UserText>}
          size="md"
          value={chosen[shift.id] ?? "worked"}
          onChange={(event) => setChosen({ ...chosen, [shift.id]: event.currentTarget.value as Outcome })}
          data={outcomes(shift)}
        />
      ))}
      <NativeSelect
        label={t`Was a debrief offered to the interpreters?`}
        size="md"
        value={debrief}
        onChange={(event) => setDebrief(event.currentTarget.value)}
        data={[
          { value: "", label: t`Not said` },
          { value: "yes", label: t`Offered` },
          { value: "no", label: t`Not offered` },
        ]}
      />
      <Problem tried="form" error={send.error} />
      <ActOrNot busy={send.isPending} onAct={submit} onNot={close}>
        <Trans>The session was held</Trans>
      </ActOrNot>
    </div>
  );
}
