import { Changes } from "../../../desk/Changes";
import { isAsAgreed, type Proposed } from "../../../desk/proposed";
import { staleNow } from "../../../desk/stale";
import { TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { ApiError, byField } from "../../../api/errors";
import { today } from "../../../lib/time/clock";
import { isSecond, later, minutesBetween, moment, moments, wallOf } from "../../../lib/time/wall";
import { FreeText } from "../../../desk/FreeText";
import { Act } from "../../../ui/Act";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { Problem } from "../../../ui/states";
import { figures } from "../draft/draft";
import { Twice } from "../fields/Twice";
import { Length } from "../fields/WhereAndWhen";
import { usePropose } from "../mutations";
import type { Session } from "../queries";
import { StaleProposal } from "./StaleProposal";

interface Typed {
  day: string;
  time: string;
  second: boolean;
  minutes: number;
  people: string;
  note: string;
}

function typedOf(session: Session): Typed {
  const { day, time } = wallOf(session.starts_at, session.site.time_zone);
  const minutes = minutesBetween(session.starts_at, session.ends_at);
  return {
    day,
    time,
    second: isSecond(session.starts_at, session.site.time_zone),
    minutes,
    people: String(session.people_expected),
    note: "",
  };
}

/** What is typed as a proposal; nothing while it cannot be one. */
function proposalOf(typed: Typed, zone: string): Proposed | null {
  const people = figures(typed.people);
  if (moments(typed.day, typed.time, zone).length === 0 || !/^\d{1,3}$/.test(people)) return null;
  const starts_at = moment(typed.day, typed.time, zone, typed.second);
  const ends_at = later(starts_at, typed.minutes);
  return { starts_at, ends_at, people_expected: Number(people), note: typed.note };
}

function useWrong() {
  const { t } = useLingui();
  return (typed: Typed, session: Session): Record<string, string> => {
    const zone = session.site.time_zone;
    const proposal = proposalOf(typed, zone);
    if (!/^\d{1,3}$/.test(figures(typed.people)))
      return { people_expected: t`Say how many people you expect, as a number.` };
    if (!typed.day) return { day: t`Choose the day.` };
    if (!typed.time) return { starts_at: t`Say when it starts.` };
    if (!proposal) return { starts_at: t`Clocks skip this time on that day. Choose another one.` };
    if (new Date(proposal.starts_at) <= new Date())
      return { starts_at: t`This is in the past. Choose a later day or time.` };
    if (isAsAgreed(session, proposal)) return { "": t`Nothing is changed yet.` };
    return {};
  };
}

interface FieldsProps {
  typed: Typed;
  zone: string;
  wrong: Record<string, string>;
  type: (part: Partial<Typed>) => void;
}

function Fields({ typed, zone, wrong, type }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <div className="pair">
        <TextInput
          id="day"
          label={t`Day`}
          type="date"
          size="md"
          min={today(zone)}
          value={typed.day}
          error={wrong["day"]}
          onChange={(event) => type({ day: event.currentTarget.value, second: false })}
        />
        <TextInput
          id="starts_at"
          label={t`Starts at`}
          type="time"
          size="md"
          dir="ltr"
          value={typed.time}
          error={wrong["starts_at"]}
          onChange={(event) => type({ time: event.currentTarget.value, second: false })}
        />
        <Length minutes={typed.minutes} change={(minutes) => type({ minutes })} problem={wrong["ends_at"]} />
        <TextInput
          id="people_expected"
          label={t`People`}
          inputMode="numeric"
          autoComplete="off"
          size="md"
          value={typed.people}
          error={wrong["people_expected"]}
          onChange={(event) => type({ people: event.currentTarget.value })}
        />
      </div>
      <Twice
        day={typed.day}
        time={typed.time}
        zone={zone}
        second={typed.second}
        change={(second) => type({ second })}
      />
      <FreeText
        id="note"
        label={t`Why (if you like)`}
        maxLength={500}
        value={typed.note}
        error={wrong["note"]}
        onChange={(event) => type({ note: event.currentTarget.value })}
      />
    </>
  );
}

/** What was sent is not edited: the partner proposes, the team answers. */
export function ProposeForm({ session, close }: { session: Session; close: () => void }) {
  const zone = session.site.time_zone;
  const [typed, setTyped] = useState(() => typedOf(session));
  const [version] = useState(session.version);
  const [unfinished, setUnfinished] = useState<Record<string, string>>({});
  const propose = usePropose();
  const wrong = Object.keys(unfinished).length > 0 ? unfinished : byField(propose.error);
  const wrongWords = useWrong();
  const proposal = proposalOf(typed, zone);
  const type = (part: Partial<Typed>) => setTyped({ ...typed, ...part });

  const send = (change: Proposed, on: number) =>
    propose.mutate({ id: session.id, change: { ...change, version: on } }, { onSuccess: close });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = wrongWords(typed, session);
    setUnfinished(found);
    if (Object.keys(found).length > 0 || !proposal) return;
    send(proposal, version);
  };
  const now = staleNow<Session>(propose.error);
  if (now && proposal)
    return (
      <StaleProposal
        now={now}
        mine={proposal}
        busy={propose.isPending}
        keepTheirs={close}
        writeMine={() => send(proposal, now.version)}
      />
    );
  const unsaid = propose.error instanceof ApiError && Object.keys(wrong).length > 0 ? null : propose.error;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary problems={wrong} />
      <Fields typed={typed} zone={zone} wrong={wrong} type={type} />
      {proposal && <Changes session={session} proposed={proposal} />}
      <Problem tried="form" error={unsaid} />
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
