import { NativeSelect, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { byField } from "../../api/errors";
import { staleNow } from "../../desk/stale";
import { StaleChoice } from "../../desk/StaleChoice";
import { useAct } from "../../lib/useAct";
import { dateWords, momentWords } from "../../lib/time/words";
import { later, minutesBetween, moment, NoSuchTime, wallOf } from "../../lib/time/wall";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem } from "../../ui/states";
import { acts } from "./acts";
import { type Session, useVisits } from "./queries";

/** Another time or another day; whoever said yes is asked again first. */
export function MoveForm({ session, close }: { session: Session; close: () => void }) {
  const { t, i18n } = useLingui();
  const zone = session.site.time_zone;
  const visits = useVisits();
  const [wall, setWall] = useState(() => wallOf(session.starts_at, zone));
  const [opened] = useState(session.version);
  const [skipped, setSkipped] = useState("");
  const move = useAct(acts.move);
  const open = (visits.data ?? []).filter(({ state }) => state === "planning" || state === "confirmed");
  const problems = byField(move.error);

  const send = (version: number) => {
    setSkipped("");
    try {
      const starts_at = moment(wall.day, wall.time, zone);
      const ends_at = later(starts_at, minutesBetween(session.starts_at, session.ends_at));
      const visit = open.find(({ day }) => day === wall.day)?.id ?? null;
      move.mutate({ id: session.id, version, starts_at, ends_at, visit }, { onSuccess: close });
    } catch (error) {
      if (!(error instanceof NoSuchTime) && !(error instanceof RangeError)) throw error;
      setSkipped(t`Clocks skip this time on that day. Choose another one.`);
    }
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
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="row">
        <NativeSelect
          label={t`Day`}
          size="md"
          value={wall.day}
          onChange={(event) => setWall({ ...wall, day: event.currentTarget.value })}
          data={open.map(({ day }) => ({ value: day, label: dateWords(day, i18n.locale) }))}
        />
        <TextInput
          label={t`Starts at`}
          type="time"
          size="md"
          dir="ltr"
          value={wall.time}
          error={skipped || problems["starts_at"]}
          onChange={(event) => setWall({ ...wall, time: event.currentTarget.value })}
        />
      </div>
      <p className="soft">
        <Trans>Whoever said yes is asked again, before anyone else.</Trans>
      </p>
      {!problems["starts_at"] && <Problem error={move.error} />}
      <ActOrNot busy={move.isPending} onNot={close}>
        <Trans>Move the session</Trans>
      </ActOrNot>
    </form>
  );
}
