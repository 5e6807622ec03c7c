import { Checkbox } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { ApiError } from "../../api/errors";
import { dateOfYear, dayWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Hours } from "../../ui/Hours";
import { Fetched } from "../../ui/states";
import { StatusNote } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { LANGUAGES, VARIETIES } from "../../ui/words";
import { ClaimLink } from "./ClaimLink";
import { Credentials } from "./Credentials";
import { NotPairedWith } from "./NotPaired";
import { PersonForm } from "./PersonForm";
import { useAct } from "../../lib/useAct";
import { acts, type Person, type PersonInput, usePerson } from "./queries";
import { StalePerson } from "./StalePerson";
import { TheirLimits } from "./TheirLimits";
import { WhenTheyCanCome } from "./WhenTheyCanCome";
import { GENDERS, PAY_STATUSES, PLACES } from "./words";
import "./people.css";

function inputOf(person: Person): PersonInput {
  const { languages, places, pay_status, gender, phone } = person.interpreter;
  const { first_name, family_name, base_area, reads } = person;
  return { first_name, family_name, languages, places, pay_status, gender, phone, base_area, reads };
}

type Booking = Person["coming"][number];

function Bookings({ bookings, past }: { bookings: Booking[]; past: boolean }) {
  const { i18n } = useLingui();
  if (!bookings.length)
    return <p className="soft">{past ? <Trans>None yet</Trans> : <Trans>Nothing is booked</Trans>}</p>;
  return (
    <ul className="stack-tight">
      {bookings.map((one) => (
        <li key={one.id} className="row between">
          <span>
            {one.visit ? (
              <Link to={`/team/visits/${one.visit.id}`}>
                {past
                  ? dateOfYear(one.visit.day, i18n.locale)
                  : dayWords(one.starts_at, i18n.locale, one.time_zone)}
              </Link>
            ) : (
              dayWords(one.starts_at, i18n.locale, one.time_zone)
            )}{" "}
            · <Hours start={one.starts_at} end={one.ends_at} zone={one.time_zone} /> ·{" "}
            <UserText>{one.group_name}</UserText> · {i18n._(LANGUAGES[one.language])}
          </span>
          {!past && (
            <StatusNote kind={one.state === "confirmed" ? "confirmed" : "yes"}>
              {one.state === "confirmed" ? <Trans>Confirmed</Trans> : <Trans>Said yes</Trans>}
            </StatusNote>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The form edits the version it was opened on, so that of two who write at once nobody overwrites the other unseen. */
function Edit({ person, close }: { person: Person; close: () => void }) {
  const { t } = useLingui();
  const [opened] = useState(person);
  const [active, setActive] = useState(person.interpreter.active);
  const edit = useAct(acts.edit);
  const send = (input: PersonInput, version: number) =>
    edit.mutate({ id: person.interpreter.id, version, person: input, active }, { onSuccess: close });
  const stale = edit.error instanceof ApiError && edit.error.status === 412 ? edit.error : null;
  const theirs = stale?.current as Person | undefined;
  const mine = edit.variables?.given.person;
  return (
    <section className="card">
      {theirs && mine && (
        <StalePerson
          now={{ ...inputOf(theirs), active: theirs.interpreter.active }}
          mine={{ ...mine, active }}
          busy={edit.isPending}
          keepTheirs={close}
          writeMine={() => send(mine, theirs.version)}
        />
      )}
      <div hidden={Boolean(theirs)}>
        <PersonForm
          start={inputOf(opened)}
          areas={opened.areas}
          error={stale ? null : edit.error}
          busy={edit.isPending}
          words={<Trans>Save</Trans>}
          send={(input) => send(input, opened.version)}
        >
          <Checkbox
            size="md"
            label={t`Active: may be asked`}
            checked={active}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
        </PersonForm>
      </div>
    </section>
  );
}

function Facts({ person, edit }: { person: Person; edit: () => void }) {
  const { i18n } = useLingui();
  const { languages, places, pay_status, gender, phone, active } = person.interpreter;
  const spoken = languages.map(({ language, varieties }) => {
    const said = varieties.map((variety) => i18n._(VARIETIES[variety])).join(", ");
    return i18n._(LANGUAGES[language]) + (said ? ` (${said})` : "");
  });
  return (
    <section className="card">
      {!active && (
        <p className="note">
          <Trans>Not active: nobody is to ask them.</Trans>
        </p>
      )}
      <p>{spoken.join(" · ")}</p>
      <p>
        {gender !== "unsaid" && <>{i18n._(GENDERS[gender])} · </>}
        {places.map((place) => i18n._(PLACES[place])).join(" · ")} · {i18n._(PAY_STATUSES[pay_status])}
        {person.base_area && (
          <>
            {" · "}
            <UserText>{person.base_area}</UserText>
          </>
        )}
      </p>
      {phone && (
        <p>
          <bdi dir="ltr">{phone}</bdi>
        </p>
      )}
      <div>
        <Act variant="default" onClick={edit}>
          <Trans>Edit</Trans>
        </Act>
      </div>
    </section>
  );
}

function One({ person }: { person: Person }) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <h1>
        <UserText>{person.interpreter.name}</UserText>
      </h1>
      {editing ? (
        <Edit person={person} close={() => setEditing(false)} />
      ) : (
        <Facts person={person} edit={() => setEditing(true)} />
      )}
      <section className="card">
        <h2>
          <Trans>Coming</Trans>
        </h2>
        <Bookings bookings={person.coming} past={false} />
        <h2>
          <Trans>Came</Trans>
        </h2>
        <Bookings bookings={person.past} past />
      </section>
      <WhenTheyCanCome id={person.interpreter.id} />
      {!person.interpreter.has_account && <TheirLimits id={person.interpreter.id} />}
      <Credentials person={person} />
      <ClaimLink person={person} />
      <NotPairedWith interpreter={person.interpreter.id} />
    </>
  );
}

/** One interpreter: what is held, what they are booked for, what was seen, whether they sign in. */
export function InterpreterPage() {
  const { interpreterId = "" } = useParams();
  const person = usePerson(interpreterId);
  return (
    <>
      <p>
        <Link to="/team/people" className="back">
          <Trans>All interpreters</Trans>
        </Link>
      </p>
      <Fetched aged whole query={person}>
        {(found) => <One person={found} />}
      </Fetched>
    </>
  );
}
