import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { dayWords, solarWords } from "../../lib/time/words";
import { Clocks, Hours } from "../../ui/Hours";
import { UserText } from "../../ui/UserText";
import { GROUP_KINDS, LANGUAGES, MODES, PAY, ROOMS, SITUATIONS, THEMES, VARIETIES } from "../../ui/words";
import { callTo } from "../../lib/phone";
import type { NotForMe, Offer } from "./queries";

type Place = Offer | NotForMe;

/** Day and hours: what decides whether someone can come, first and largest. */
export function When({ offer, level: Level = "h2" }: { offer: Place; level?: "h2" | "h3" }) {
  const { i18n } = useLingui();
  const { starts_at, ends_at, time_zone } = offer.session;
  const solar = solarWords(starts_at, i18n.locale, time_zone);
  return (
    <div>
      <Level>{dayWords(starts_at, i18n.locale, time_zone)}</Level>
      {solar && <p className="soft">{solar}</p>}
      <p className="offer-hours">
        <Hours start={starts_at} end={ends_at} zone={time_zone} />
      </p>
    </div>
  );
}

export function Where({ offer }: { offer: Place }) {
  const { session } = offer;
  const { i18n } = useLingui();
  if (session.mode === "remote") return i18n._(MODES.remote);
  return (
    <>
      <UserText>{session.place?.name ?? session.area}</UserText>
      {session.place && (
        <>
          <br />
          <UserText>{session.place.address}</UserText>
        </>
      )}
      {session.mode === "partner_led" && (
        <>
          <br />
          {i18n._(MODES.partner_led)}
        </>
      )}
    </>
  );
}

/** How far it is from where the reader sets out, where anybody has to go and the way is known. */
export function HowFar({ offer }: { offer: Place }) {
  const { travel_minutes: minutes, session } = offer;
  if (session.mode === "remote") return null;
  if (minutes === null) return <Trans>The way is not known yet</Trans>;
  return <Plural value={minutes} one="# minute away" other="# minutes away" />;
}

function Ticket({ offer }: { offer: Place }) {
  if (offer.session.mode === "remote") return null;
  return offer.shift.ticket_paid ? <Trans>Ticket paid by us</Trans> : <Trans>Ticket paid back to you</Trans>;
}

/** What people ask first: how far, paid or not, who pays the ticket, what about. */
export function FirstFacts({ offer }: { offer: Place }) {
  const { i18n } = useLingui();
  const { mode, theme } = offer.session;
  return (
    <ul className="offer-first">
      {mode !== "remote" && (
        <li>
          <HowFar offer={offer} />
        </li>
      )}
      <li>{i18n._(PAY[offer.shift.pay])}</li>
      {mode !== "remote" && (
        <li>
          <Ticket offer={offer} />
        </li>
      )}
      {theme && <li>{i18n._(THEMES[theme])}</li>}
    </ul>
  );
}

export function Spoken({ offer }: { offer: Place }) {
  const { i18n } = useLingui();
  const { language, variety } = offer.shift;
  return i18n._(LANGUAGES[language]) + (variety ? ` (${i18n._(VARIETIES[variety])})` : "");
}

function Contact({ offer }: { offer: Place }) {
  const { contact } = offer.session;
  if (!contact) return null;
  return (
    <>
      <dt>
        <Trans>On the day</Trans>
      </dt>
      <dd>
        <UserText>{contact.name}</UserText>{" "}
        {contact.phone && (
          <a className="offer-phone" href={callTo(contact.phone)} dir="ltr">
            {contact.phone}
          </a>
        )}
      </dd>
    </>
  );
}

/** What the partner says of the meeting and of the room, in words that read in every language. */
function WhatToExpect({ offer }: { offer: Place }) {
  const { i18n } = useLingui();
  const { situations, room } = offer.session;
  return (
    <>
      {situations.length > 0 && (
        <>
          <dt>
            <Trans>Good to know</Trans>
          </dt>
          <dd>{situations.map((word) => i18n._(SITUATIONS[word])).join(" · ")}</dd>
        </>
      )}
      {room.length > 0 && (
        <>
          <dt>
            <Trans>The room</Trans>
          </dt>
          <dd>{room.map((word) => i18n._(ROOMS[word])).join(" · ")}</dd>
        </>
      )}
    </>
  );
}

/** The rest: where, in what language, for whom, when to be there. */
export function OfferFacts({ offer }: { offer: Place }) {
  const { i18n } = useLingui();
  const { session, shift } = offer;
  return (
    <dl className="facts">
      <dt>
        <Trans>Where</Trans>
      </dt>
      <dd>
        <Where offer={offer} />
      </dd>
      <dt>
        <Trans>Language</Trans>
      </dt>
      <dd>
        <Spoken offer={offer} />
      </dd>
      <dt>
        <Trans>Group</Trans>
      </dt>
      <dd>
        {i18n._(GROUP_KINDS[session.group_kind])}
        {session.agency_name && (
          <>
            {" · "}
            <UserText>{session.agency_name}</UserText>
          </>
        )}
      </dd>
      <WhatToExpect offer={offer} />
      <dt>
        <Trans>Be there</Trans>
      </dt>
      <dd>
        <Clocks start={shift.block.starts_at} end={shift.block.ends_at} zone={session.time_zone} />{" "}
        <span className="soft">
          <Trans>with the talk before and after</Trans>
        </span>
      </dd>
      <Contact offer={offer} />
    </dl>
  );
}
