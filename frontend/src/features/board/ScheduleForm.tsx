import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useAct } from "../../lib/useAct";
import { dateWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem, Unread } from "../../ui/states";
import { LANGUAGES, PAY, VARIETIES } from "../../ui/words";
import { acts } from "./acts";
import { type Session, useVisits } from "./queries";
import { useVisitOn, WhichVisit } from "./WhichVisit";

type Pay = "paid" | "volunteer";

/** Put a request on the visit of its day, with a place for each language, paid or volunteer. */
export function ScheduleForm({ session, close }: { session: Session; close: () => void }) {
  const { i18n } = useLingui();
  const visits = useVisits();
  const schedule = useAct(acts.schedule);
  const [pay, setPay] = useState<Pay[]>(() => session.needs.map(() => "paid"));
  const on = useVisitOn(visits.data, session.day, session.site.time_zone);
  const { visit } = on;
  if (visits.data && !visit)
    return (
      <div className="note stack-tight" data-kind="warning">
        <p>
          <Trans>No visit is planned on {dateWords(session.day, i18n.locale)}. Plan that day first.</Trans>
        </p>
        <div>
          <Act variant="default" onClick={close}>
            <Trans>Close</Trans>
          </Act>
        </div>
      </div>
    );
  const send = () => {
    if (!visit) return;
    const shifts = session.needs.map(({ language, variety }, place) => ({
      language,
      variety,
      pay: pay[place] ?? "paid",
      qualities: null,
    }));
    schedule.mutate({ id: session.id, visit: visit.id, shifts });
  };
  return (
    <div className="stack">
      <h3>
        <Trans>Places to open</Trans>
      </h3>
      {session.needs.map(({ language, variety }, place) => (
        <NativeSelect
          // The needs of a session are told apart by language and variety.
          key={`${language}-${variety}`}
          label={i18n._(LANGUAGES[language]) + (variety ? ` (${i18n._(VARIETIES[variety])})` : "")}
          size="md"
          value={pay[place] ?? "paid"}
          onChange={(event) => {
            const paid = event.currentTarget.value as Pay;
            setPay(pay.map((old, at) => (at === place ? paid : old)));
          }}
          data={Object.entries(PAY).map(([value, words]) => ({ value, label: i18n._(words) }))}
        />
      ))}
      <WhichVisit {...on} moment={session.starts_at} />
      <Unread of={visits} />
      <Problem tried="form" error={schedule.error} />
      <ActOrNot busy={schedule.isPending || !visit} onAct={send} onNot={close}>
        <Trans>Put it on {dateWords(session.day, i18n.locale)}</Trans>
      </ActOrNot>
    </div>
  );
}
