import { Trans, useLingui } from "@lingui/react/macro";
import { dayWords, solarWords } from "../../lib/time/words";
import { Clocks, Hours } from "../../ui/Hours";
import { UserText } from "../../ui/UserText";
import { GROUP_KINDS, LANGUAGES, MODES, PAY, THEMES, VARIETIES } from "../../ui/words";
import type { Offer } from "./queries";

/** Day and hours: what decides whether someone can come, first and largest. */
export function When({ offer, level: Level = "h2" }: { offer: Offer; level?: "h2" | "h3" }) {
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

function Where({ offer }: { offer: Offer }) {
  const { session } = offer;
  const { i18n } = useLingui();
  if (session.mode === "remote") return i18n._(MODES.remote);
  if (!session.place) return <UserText>{session.area}</UserText>;
  return (
    <>
      <UserText>{session.place.name}</UserText>
      <br />
      <UserText>{session.place.address}</UserText>
    </>
  );
}

/** The rest: where, in what language, paid or not, what about. */
export function OfferFacts({ offer }: { offer: Offer }) {
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
        {i18n._(LANGUAGES[shift.language])}
        {shift.variety ? ` (${i18n._(VARIETIES[shift.variety])})` : ""}
      </dd>
      <dt>
        <Trans>Pay</Trans>
      </dt>
      <dd>{i18n._(PAY[shift.pay])}</dd>
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
      {session.theme && (
        <>
          <dt>
            <Trans>Theme</Trans>
          </dt>
          <dd>{i18n._(THEMES[session.theme])}</dd>
        </>
      )}
      <dt>
        <Trans>Be there</Trans>
      </dt>
      <dd>
        <Clocks start={shift.block.starts_at} end={shift.block.ends_at} zone={session.time_zone} />{" "}
        <span className="soft">
          <Trans>with the talk before and after</Trans>
        </span>
      </dd>
      {session.contact && (
        <>
          <dt>
            <Trans>On the day</Trans>
          </dt>
          <dd>
            <UserText>{session.contact.name}</UserText>{" "}
            <a href={`tel:${session.contact.phone.replaceAll(" ", "")}`} dir="ltr">
              {session.contact.phone}
            </a>
          </dd>
        </>
      )}
    </dl>
  );
}
