import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { acts, type Session, type Shift, useAct } from "./queries";

type Outcome = Schema["ShiftOutcome"];

/** A volunteer is never recorded as missing. */
function useOutcomes() {
  const { t } = useLingui();
  return (shift: Shift) => [
    { value: "worked", label: t`Came` },
    ...(shift.pay === "paid" ? [{ value: "missed", label: t`Did not come` }] : []),
    { value: "let_go", label: t`Place let go, nothing held against anyone` },
  ];
}

/** After the session: did the confirmed interpreters come? */
export function CloseOut({ session, close }: { session: Session; close: () => void }) {
  const outcomes = useOutcomes();
  const confirmed = session.shifts.filter(({ state }) => state === "confirmed");
  const [chosen, setChosen] = useState<Record<string, Outcome>>({});
  const send = useAct(acts.closeOut);
  const submit = () =>
    send.mutate({
      id: session.id,
      shifts: confirmed.map(({ id }) => ({ shift: id, outcome: chosen[id] ?? "worked" })),
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
      <Problem error={send.error} />
      <div className="row">
        <Act busy={send.isPending} onClick={submit}>
          <Trans>The session was held</Trans>
        </Act>
        <Act variant="default" onClick={close}>
          <Trans>Not now</Trans>
        </Act>
      </div>
    </div>
  );
}
