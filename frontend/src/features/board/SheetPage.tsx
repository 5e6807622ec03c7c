import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "react-router";
import type { Schema } from "../../api/client";
import { dateOfYear, dateWords, momentWords, zoneName } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Clocks } from "../../ui/Hours";
import { Names } from "../../ui/Names";
import { EmptyState, Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { GROUP_KINDS, LANGUAGES, MODES, SESSION_STATES, VARIETIES } from "../../ui/words";
import { callTo } from "../../lib/phone";
import { BriefFacts } from "./BriefFacts";
import { GroupRules } from "./GroupRules";
import { useSheet } from "./queries";
import "./sheet.css";

type Sheet = Schema["Sheet"];
type OneSession = Schema["SheetSession"];
type Person = Schema["SheetPerson"];

function Phone({ number }: { number: string }) {
  return number ? (
    <a href={callTo(number)} dir="ltr">
      {number}
    </a>
  ) : (
    <Trans>no number</Trans>
  );
}

/** Whether what was seen counts on the day, in words. */
function Proof({ proof }: { proof: Schema["Proof"] }) {
  const { i18n } = useLingui();
  const until = proof.until && dateOfYear(proof.until, i18n.locale);
  if (!until)
    return (
      <strong>
        <Trans>not seen</Trans>
      </strong>
    );
  return proof.valid ? (
    <Trans>valid until {until}</Trans>
  ) : (
    <strong>
      <Trans>ended {until}</Trans>
    </strong>
  );
}

function PersonRow({ person }: { person: Person }) {
  const { t, i18n } = useLingui();
  const language =
    i18n._(LANGUAGES[person.language]) + (person.variety ? ` (${i18n._(VARIETIES[person.variety])})` : "");
  return (
    <tr>
      <th scope="row">
        <UserText>{person.name}</UserText>
        <br />
        <Phone number={person.phone} />
      </th>
      <td>{language}</td>
      <td>
        {person.state === "taken" ? (
          <strong>
            <Trans>not confirmed</Trans>
          </strong>
        ) : (
          <Trans>confirmed</Trans>
        )}
      </td>
      <td data-label={t`Check`}>
        <Proof proof={person.check} />
      </td>
      <td data-label={t`Training`}>
        <Proof proof={person.training} />
      </td>
      <td>
        {person.hard_rules.map((rule) => (
          <strong key={rule}>{rule} </strong>
        ))}
        {person.override && (
          <Trans>
            <UserText>{person.override.by_name}</UserText>: <UserText>{person.override.reason}</UserText>
          </Trans>
        )}
      </td>
    </tr>
  );
}

function People({ session }: { session: OneSession }) {
  if (session.people.length === 0 && session.empty_places === 0)
    return (
      <p className="soft">
        <Trans>No interpreter.</Trans>
      </p>
    );
  return (
    <div className="sheet-table">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Interpreter</Trans>
            </th>
            <th scope="col">
              <Trans>Language</Trans>
            </th>
            <th scope="col">
              <Trans>State</Trans>
            </th>
            <th scope="col">
              <Trans>Check</Trans>
            </th>
            <th scope="col">
              <Trans>Training</Trans>
            </th>
            <th scope="col">
              <Trans>Decision</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {session.people.map((person) => (
            <PersonRow key={person.id + person.language} person={person} />
          ))}
          {session.empty_places > 0 && (
            <tr>
              <td colSpan={6}>
                <strong>
                  <Trans>Empty places: {session.empty_places}</Trans>
                </strong>{" "}
                <UserText>{session.gap_reason}</UserText>
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function SessionBlock({ session }: { session: OneSession }) {
  const { i18n } = useLingui();
  const { site, contact } = session;
  return (
    <section className="sheet-session">
      <h2>
        <Clocks start={session.starts_at} end={session.ends_at} zone={site.time_zone} />{" "}
        <UserText>{session.group_name}</UserText>
      </h2>
      <p>
        {i18n._(SESSION_STATES[session.state])} · {i18n._(MODES[session.mode])} ·{" "}
        {i18n._(GROUP_KINDS[session.group_kind])} · <Trans>{session.people_expected} people</Trans>
        <GroupRules {...session} />
      </p>
      <p>
        <UserText>{site.name}</UserText> · <UserText>{site.address}</UserText>
      </p>
      <p>
        <UserText>{session.agency_name}</UserText>
        {contact && (
          <>
            {" · "}
            <UserText>{contact.name}</UserText> <Phone number={contact.phone} />
          </>
        )}
      </p>
      <dl className="facts">
        <BriefFacts brief={session.brief} staff={session.staff_present} />
      </dl>
      <People session={session} />
    </section>
  );
}

function Team({ visit }: { visit: Schema["VisitView"] }) {
  const going = visit.therapists.filter(({ answer }) => answer === "yes").map(({ name }) => name);
  return (
    <p>
      <Trans>Therapists</Trans>: {going.length > 0 ? <Names of={going} /> : "–"}
      {visit.deputy && (
        <>
          {" · "}
          <Trans>
            Deputy of the day: <UserText>{visit.deputy.name}</UserText>
          </Trans>
        </>
      )}
      {visit.duty_phone && (
        <>
          {" · "}
          <Phone number={visit.duty_phone} />
        </>
      )}
    </p>
  );
}

function Page({ sheet }: { sheet: Sheet }) {
  const { i18n } = useLingui();
  const { visit, sessions } = sheet;
  const made = momentWords(sheet.made_at, i18n.locale, visit.time_zone);
  // Always: who reads it on paper cannot tell what device it was printed from.
  const zone = zoneName(visit.time_zone, i18n.locale, sheet.made_at);
  return (
    <article className="friday-sheet" data-many={sessions.length > 5 || undefined}>
      <h1>{dateWords(visit.day, i18n.locale)}</h1>
      <Team visit={visit} />
      {visit.team_cannot_travel && (
        <p>
          <strong>
            <Trans>The team cannot travel on this day.</Trans>
          </strong>
        </p>
      )}
      {sessions.length === 0 && <EmptyState title={<Trans>Nothing is on this day</Trans>} />}
      {sessions.map((session) => (
        <SessionBlock key={session.id} session={session} />
      ))}
      <p className="soft small">
        <Trans>
          As of {made} ({zone}). For the team alone: destroy it after the day.
        </Trans>
      </p>
    </article>
  );
}

/** The one page a Friday is run from, to read or to print. */
export function SheetPage() {
  const { visitId = "" } = useParams();
  const sheet = useSheet(visitId);
  return (
    <>
      <div className="row between no-print">
        <Link to={`/team/visits/${visitId}`}>
          <Trans>Back to the board</Trans>
        </Link>
        <Act onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Act>
      </div>
      <Fetched aged whole query={sheet}>
        {(found) => <Page sheet={found} />}
      </Fetched>
    </>
  );
}
