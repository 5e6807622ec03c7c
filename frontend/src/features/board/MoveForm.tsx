import { NativeSelect, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { byField } from "../../api/errors";
import { staleNow } from "../../desk/stale";
import { StaleChoice } from "../../desk/StaleChoice";
import { useAct } from "../../lib/useAct";
import { dateWords, momentWords } from "../../lib/time/words";
import { isSecond, later, minutesBetween, moment, moments, wallOf } from "../../lib/time/wall";
import { Act } from "../../ui/Act";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem, Unread } from "../../ui/states";
import { acts } from "./acts";
import { type Session, useVisits, type Visit } from "./queries";
import { WhichHour } from "./WhichHour";
import { useVisitOn, WhichVisit } from "./WhichVisit";

interface Props {
  session: Session;
  /** Where it is to go; where it is unless told. */
  to?: { starts_at: string; ends_at: string };
  close: () => void;
}

/** The day it is to go to is nobody's yet: the way to plan it. */
function PlanFirst({ day, close }: { day: string; close: () => void }) {
  const { i18n } = useLingui();
  return (
    <div className="note stack-tight" data-kind="warning">
      <p>
        <Trans>No visit is planned on {dateWords(day, i18n.locale)}. Plan that day first.</Trans>
      </p>
      <div className="row">
        <Link to="/team">
          <Trans>Fridays</Trans>
        </Link>
        <Act variant="default" onClick={close}>
          <Trans>Close</Trans>
        </Act>
      </div>
    </div>
  );
}

function Day({ visits, day, choose }: { visits: Visit[]; day: string; choose: (day: string) => void }) {
  const { t, i18n } = useLingui();
  const open = visits.filter(({ state }) => state === "planning" || state === "confirmed");
  const days = [...new Set(open.map((visit) => visit.day))];
  return (
    <NativeSelect
      label={t`Day`}
      size="md"
      value={day}
      onChange={(event) => choose(event.currentTarget.value)}
      data={days.map((value) => ({ value, label: dateWords(value, i18n.locale) }))}
    />
  );
}

/** Another time or another day; whoever said yes is asked again first. */
export function MoveForm({ session, to = session, close }: Props) {
  const { t, i18n } = useLingui();
  const zone = session.site.time_zone;
  const visits = useVisits();
  const [wall, setWall] = useState(() => wallOf(to.starts_at, zone));
  const [second, setSecond] = useState(() => isSecond(to.starts_at, zone));
  const [opened] = useState(session.version);
  const [wrong, setWrong] = useState("");
  const move = useAct(acts.move);
  const on = useVisitOn(visits.data, wall.day, zone, session.visit?.id);
  const { visit } = on;
  const problems = byField(move.error);
  const unplanned = visits.data && !visit;
  const put = (part: Partial<typeof wall>) => {
    setWall({ ...wall, ...part });
    setSecond(false);
  };

  const send = (version: number) => {
    setWrong("");
    if (!wall.time) return setWrong(t`Say when it starts.`);
    if (moments(wall.day, wall.time, zone).length === 0)
      return setWrong(t`Clocks skip this time on that day. Choose another one.`);
    const starts_at = moment(wall.day, wall.time, zone, second);
    const ends_at = later(starts_at, minutesBetween(to.starts_at, to.ends_at));
    const moved = { starts_at, ends_at, visit: visit?.id ?? null };
    move.mutate({ id: session.id, version, ...moved }, { onSuccess: close });
  };
  const now = staleNow<Session>(move.error);
  if (now)
    return (
      <StaleChoice
        lines={[
          {
            label: t`Starts at`,
            now: momentWords(now.starts_at, i18n.locale, zone),
            mine: `${dateWords(wall.day, i18n.locale)}, ${wall.time}`,
          },
        ]}
        busy={move.isPending}
        keepTheirs={close}
        writeMine={() => send(now.version)}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(opened);
  };
  if (unplanned) return <PlanFirst day={wall.day} close={close} />;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="row">
        <Day visits={visits.data ?? []} day={wall.day} choose={(day) => put({ day })} />
        <TextInput
          label={t`Starts at`}
          type="time"
          size="md"
          dir="ltr"
          value={wall.time}
          error={wrong || problems["starts_at"]}
          onChange={(event) => put({ time: event.currentTarget.value })}
        />
      </div>
      <WhichVisit {...on} moment={to.starts_at} />
      <WhichHour {...wall} zone={zone} second={second} choose={setSecond} />
      <p className="soft">
        <Trans>Whoever said yes is asked again, before anyone else.</Trans>
      </p>
      <Unread of={visits} />
      {!problems["starts_at"] && <Problem tried="form" error={move.error} />}
      <ActOrNot busy={move.isPending || !visits.data} onNot={close}>
        <Trans>Move the session</Trans>
      </ActOrNot>
    </form>
  );
}
