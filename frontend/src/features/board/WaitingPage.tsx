import { Trans, useLingui } from "@lingui/react/macro";
import { dayWords, momentWords } from "../../lib/time/words";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Hours } from "../../ui/Hours";
import { EmptyState, Fetched, Problem } from "../../ui/states";
import { StatusNote } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { LANGUAGES, MODES, VARIETIES } from "../../ui/words";
import { callTo } from "../../lib/phone";
import { acts } from "./acts";
import { CopyQuestion } from "./CopyMessage";
import { useWaiting, type WaitingPerson, type WaitingPlace } from "./inboxQueries";
import "./board.css";
import "./inbox.css";

const BY_PHONE = { accept: acts.acceptFor, stand_by: acts.standByFor, decline: acts.declineFor };

/** What somebody said on the phone, recorded where one reads that they had not answered. */
function Answers({ place, who }: { place: WaitingPlace; who: string }) {
  const { t } = useLingui();
  const answer = useAct(({ said, id }: { said: keyof typeof BY_PHONE; id: string }, key) =>
    BY_PHONE[said](id, key),
  );
  const choices = [
    ["accept", t`Said yes by phone`],
    ["stand_by", t`Standby, by phone`],
    ["decline", t`Said no by phone`],
  ] as const;
  return (
    <>
      <div className="row" role="group" aria-label={t`Answer of ${who}`}>
        {choices
          .filter(([action]) => place.allowed_actions.includes(action))
          .map(([action, words]) => (
            <Act
              key={action}
              variant="default"
              busy={answer.isPending}
              onClick={() => answer.mutate({ said: action, id: place.id })}
            >
              {words}
            </Act>
          ))}
      </div>
      <Problem error={answer.error} />
    </>
  );
}

/** What whoever rings has to say first; the message to copy says it too. */
function WhatIsNew({ place }: { place: WaitingPlace }) {
  return (
    <>
      {place.new_time && (
        <p className="warning small">
          <Trans>Moved since they were asked or answered</Trans>
        </p>
      )}
      {place.new_way && (
        <p className="warning small">
          <Trans>Held another way since they were asked or answered</Trans>
        </p>
      )}
    </>
  );
}

function Place({ place, who }: { place: WaitingPlace; who: string }) {
  const { i18n } = useLingui();
  const zone = place.time_zone;
  const by = place.answer_by && momentWords(place.answer_by, i18n.locale, zone);
  const where = place.mode === "remote" ? i18n._(MODES.remote) : place.area;
  return (
    <li className="asked stack-tight">
      <div>
        <strong>
          {dayWords(place.starts_at, i18n.locale, zone)} ·{" "}
          <Hours start={place.starts_at} end={place.ends_at} zone={zone} />
        </strong>
        <p>
          <UserText>{place.group_name}</UserText> · <UserText>{where}</UserText> ·{" "}
          {i18n._(LANGUAGES[place.language])}
          {place.variety && ` (${i18n._(VARIETIES[place.variety])})`}
        </p>
        <WhatIsNew place={place} />
        {by && (
          <p className={place.overdue ? "late" : "soft"}>
            {place.overdue ? <Trans>Late: it was needed by {by}</Trans> : <Trans>Answer by {by}</Trans>}
          </p>
        )}
        {place.clashes && (
          <p className="warning small">
            <Trans>Holds another place at that time</Trans>
          </p>
        )}
      </div>
      <Answers place={place} who={who} />
    </li>
  );
}

function Person({ person }: { person: WaitingPerson }) {
  const { i18n } = useLingui();
  const { name, id } = person.interpreter;
  const zone = person.places[0]?.time_zone ?? "UTC";
  const since = person.since && momentWords(person.since, i18n.locale, zone);
  return (
    <article className="card" aria-label={name}>
      <div className="row between">
        <h2>
          <UserText>{name}</UserText>
        </h2>
        {!person.has_account && (
          <StatusNote kind="over">
            <Trans>No account: by phone</Trans>
          </StatusNote>
        )}
      </div>
      <p className="row">
        {since && (
          <span className="soft">
            <Trans>Asked since {since}</Trans>
          </span>
        )}
        {person.phone && (
          <a className="tall-link" href={callTo(person.phone)}>
            <bdi dir="ltr">{person.phone}</bdi>
          </a>
        )}
      </p>
      <ul>
        {person.places.map((place) => (
          <Place key={place.id} place={place} who={name} />
        ))}
      </ul>
      <CopyQuestion interpreter={id} />
    </article>
  );
}

/** Everyone asked who has said nothing: whom to ring, what to write, and where their answer is recorded. */
export function WaitingPage() {
  const waiting = useWaiting();
  return (
    <>
      <h1>
        <Trans>Who hasn’t answered</Trans>
      </h1>
      <Fetched aged query={waiting}>
        {(found) =>
          found.length ? (
            <div className="requests">
              {found.map((person) => (
                <Person key={person.interpreter.id} person={person} />
              ))}
            </div>
          ) : (
            <EmptyState title={<Trans>Everyone has answered</Trans>}>
              <p>
                <Trans>Whoever you ask from the board appears here until they say something.</Trans>
              </p>
            </EmptyState>
          )
        }
      </Fetched>
    </>
  );
}
