import { NativeSelect, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import type { Schema } from "../../api/client";
import { byField } from "../../api/errors";
import { staleNow } from "../../desk/stale";
import { StaleChoice } from "../../desk/StaleChoice";
import { dateOfYear } from "../../lib/time/words";
import { useAct } from "../../lib/useAct";
import { useMissing } from "../../lib/useMissing";
import { FreeText } from "../../desk/FreeText";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem } from "../../ui/states";
import { CANCEL_REASONS, VISIT_STATES } from "../../ui/words";
import { acts } from "./acts";
import type { Visit } from "./queries";

/** Everything still ahead goes to another day, at the same hours; this one ends as cancelled. */
export function MoveDay({ visit, close }: { visit: Visit; close: () => void }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [day, setDay] = useState("");
  const [reason, setReason] = useState<Schema["CancelReason"]>("no_crossing");
  const [note, setNote] = useState("");
  const move = useAct(acts.moveDay);
  const { missing, isThere } = useMissing(day);
  const [opened] = useState(visit.version ?? 0);
  const problems = byField(move.error);
  const now = staleNow<Visit>(move.error);
  const named = problems["day"] ?? problems["note"];
  const send = (version: number) =>
    move.mutate(
      { id: visit.id, version, day, reason, note },
      { onSuccess: (entered) => void navigate(`/team/visits/${entered.id}`) },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isThere()) send(opened);
  };
  if (now)
    return (
      <StaleChoice
        lines={[
          { label: t`Day`, now: dateOfYear(now.day, i18n.locale), mine: dateOfYear(day, i18n.locale) },
          { label: t`State`, now: i18n._(VISIT_STATES[now.state]), mine: t`Move the day` },
        ]}
        busy={move.isPending}
        keepTheirs={close}
        writeMine={() => send(now.version ?? 0)}
      />
    );
  return (
    <form className="note stack" data-kind="warning" onSubmit={submit} noValidate>
      <p>
        <Trans>
          Every session goes to the other day at its hour. Whoever said yes is asked again, before anyone
          else; partners and therapists are told.
        </Trans>
      </p>
      <div className="row">
        <TextInput
          label={t`Move it to`}
          type="date"
          size="md"
          value={day}
          error={missing ? t`Choose a day` : problems["day"]}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`Reason`}
          size="md"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as Schema["CancelReason"])}
          data={Object.entries(CANCEL_REASONS).map(([value, words]) => ({ value, label: i18n._(words) }))}
        />
      </div>
      <FreeText
        label={t`A word to everyone (if you like)`}
        value={note}
        error={problems["note"]}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {!named && <Problem tried="form" error={move.error} />}
      <ActOrNot busy={move.isPending} onNot={close}>
        <Trans>Move the day</Trans>
      </ActOrNot>
    </form>
  );
}
