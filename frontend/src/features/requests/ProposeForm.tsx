import { Textarea, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { byField } from "../../api/errors";
import { later, minutesBetween, moment, NoSuchTime, wallOf } from "../../lib/time/wall";
import { Act } from "../../ui/Act";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Problem } from "../../ui/states";
import { type Session, usePropose } from "./queries";

/** What was sent is not edited: the partner proposes, the team answers. */
export function ProposeForm({ session, close }: { session: Session; close: () => void }) {
  const { t } = useLingui();
  const zone = session.site.time_zone;
  const [wall, setWall] = useState(() => wallOf(session.starts_at, zone));
  const [people, setPeople] = useState(String(session.people_expected));
  const [note, setNote] = useState("");
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const propose = usePropose();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!/^\d+$/.test(people))
      return setWrong({ people_expected: t`Say how many people you expect, as a number.` });
    try {
      const starts_at = moment(wall.day, wall.time, zone);
      const ends_at = later(starts_at, minutesBetween(session.starts_at, session.ends_at));
      const change = { version: session.version, starts_at, ends_at, people_expected: Number(people), note };
      propose.mutate(
        { id: session.id, change },
        { onSuccess: close, onError: (error) => setWrong(byField(error)) },
      );
    } catch (error) {
      if (!(error instanceof NoSuchTime) && !(error instanceof RangeError)) throw error;
      setWrong({ starts_at: t`Clocks skip this time on that day. Choose another one.` });
    }
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary problems={wrong} />
      <div className="pair">
        <TextInput
          label={t`Day`}
          type="date"
          size="md"
          value={wall.day}
          onChange={(event) => setWall({ ...wall, day: event.currentTarget.value })}
        />
        <TextInput
          id="starts_at"
          label={t`Starts at`}
          type="time"
          size="md"
          dir="ltr"
          value={wall.time}
          error={wrong["starts_at"]}
          onChange={(event) => setWall({ ...wall, time: event.currentTarget.value })}
        />
        <TextInput
          id="people_expected"
          label={t`People`}
          inputMode="numeric"
          size="md"
          value={people}
          error={wrong["people_expected"]}
          onChange={(event) => setPeople(event.currentTarget.value)}
        />
      </div>
      <Textarea
        id="note"
        label={t`Why (if you like)`}
        size="md"
        rows={2}
        dir="auto"
        value={note}
        error={wrong["note"]}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {Object.keys(wrong).length === 0 && <Problem error={propose.error} />}
      <div className="row">
        <Act type="submit" busy={propose.isPending}>
          <Trans>Send the proposal</Trans>
        </Act>
        <Act variant="default" onClick={close}>
          <Trans>Leave it as it is</Trans>
        </Act>
      </div>
    </form>
  );
}
