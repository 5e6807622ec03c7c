import { Trans, useLingui } from "@lingui/react/macro";
import { dayWords, solarWords } from "../../lib/time/words";
import { Clocks, Hours } from "../../ui/Hours";
import { UserText } from "../../ui/UserText";
import { callTo } from "../../lib/phone";
import { Answers } from "./Answers";
import { Meaning } from "./OfferCard";
import { HowFar, Spoken, Where } from "./OfferFacts";
import { OfferStatus } from "./OfferStatus";
import type { Hearing, Offer } from "./queries";

/** The next place somebody holds, whatever else there is. */
export function nextUp(mine: Offer[], now: number = Date.now()): Offer | undefined {
  return mine.find((offer) => offer.state === "accepted" && Date.parse(offer.session.ends_at) > now);
}

/** Only what a phone kept from an earlier day says so little of a confirmed place. */
function FromTheEvening({ offer: { confirmed, session } }: { offer: Offer }) {
  if (!confirmed || session.place || session.mode === "remote") return null;
  return (
    <p className="soft">
      <Trans>The exact place is kept on this phone from the evening before.</Trans>
    </p>
  );
}

function Contact({ offer }: { offer: Offer }) {
  const { contact } = offer.session;
  if (!contact?.phone) return null;
  return (
    <a className="pass-call" href={callTo(contact.phone)}>
      <Trans>
        Call <UserText>{contact.name}</UserText>
      </Trans>{" "}
      <bdi dir="ltr">{contact.phone}</bdi>
    </a>
  );
}

/** The boarding pass: date, time, place and what to do; the rest stands in My Fridays. */
export function NextUp({ offer, heard }: { offer: Offer; heard: Hearing }) {
  const { i18n } = useLingui();
  const { session, shift, travel_minutes: minutes } = offer;
  const solar = solarWords(session.starts_at, i18n.locale, session.time_zone);
  return (
    <article className="pass" aria-label={dayWords(session.starts_at, i18n.locale, session.time_zone)}>
      <div className="row between pass-top">
        <span>
          <Trans>Next up</Trans>
        </span>
        <OfferStatus offer={offer} />
      </div>
      <div className="pass-main">
        <h2 className="pass-day">{dayWords(session.starts_at, i18n.locale, session.time_zone)}</h2>
        {solar && <p className="soft">{solar}</p>}
        <p className="pass-hours">
          <Hours start={session.starts_at} end={session.ends_at} zone={session.time_zone} />
        </p>
        <dl className="pass-facts">
          <div>
            <dt>
              <Trans>Where</Trans>
            </dt>
            <dd>
              <Where offer={offer} />
            </dd>
          </div>
          <div>
            <dt>
              <Trans>Be there</Trans>
            </dt>
            <dd>
              <Clocks start={shift.block.starts_at} end={shift.block.ends_at} zone={session.time_zone} />
            </dd>
          </div>
          <div>
            <dt>
              <Trans>Language</Trans>
            </dt>
            <dd>
              <Spoken offer={offer} />
            </dd>
          </div>
          {session.mode !== "remote" && minutes !== null && (
            <div>
              <dt>
                <Trans>The way</Trans>
              </dt>
              <dd>
                <HowFar offer={offer} />
              </dd>
            </div>
          )}
        </dl>
      </div>
      <div className="pass-stub stack-tight">
        <FromTheEvening offer={offer} />
        <Meaning offer={offer} />
        <Contact offer={offer} />
        <Answers offer={offer} heard={heard} />
      </div>
    </article>
  );
}
