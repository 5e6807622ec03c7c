import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { More } from "../../ui/More";
import { ReasonWords } from "../../ui/ReasonWords";
import { EmptyState, Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { GROUP_KINDS, SESSION_STATES } from "../../ui/words";
import { OfferCard } from "./OfferCard";
import { When } from "./OfferFacts";
import { isCalledOff, OfferStatus } from "./OfferStatus";
import { type Hearing, type Offer, useOffers } from "./queries";
import { Gone, Receipt, useReceipts } from "./Receipt";

function Over({ title, offers }: { title: ReactNode; offers: Offer[] }) {
  const { i18n } = useLingui();
  if (offers.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      {offers.map((offer) => (
        <article className="card" key={offer.id}>
          <div className="row between">
            <When offer={offer} level="h3" />
            <OfferStatus offer={offer} />
          </div>
          {offer.session.reason && <ReasonWords reason={offer.session.reason} />}
          <p className="soft">
            {i18n._(GROUP_KINDS[offer.session.group_kind])}
            {offer.session.agency_name && (
              <>
                {" · "}
                <UserText>{offer.session.agency_name}</UserText>
              </>
            )}
          </p>
        </article>
      ))}
    </section>
  );
}

/** A Friday somebody counted on and that is not over yet: they would look for it among those to come. */
function isMissed(offer: Offer): boolean {
  return isCalledOff(offer) && offer.answered_at !== null && Date.parse(offer.session.ends_at) > Date.now();
}

function Cards({ title, offers, heard }: { title: ReactNode; offers: Offer[]; heard: Hearing }) {
  if (offers.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      {offers.map((offer) => (
        <OfferCard key={offer.id} offer={offer} heard={heard} />
      ))}
    </section>
  );
}

function Nothing() {
  return (
    <EmptyState title={<Trans>No Friday is booked</Trans>}>
      <p>
        <Trans>When you say yes to a place, it stands here.</Trans>
      </p>
      <Link className="tall-link" to="/interpreter">
        <Trans>Can you come?</Trans>
      </Link>
    </EmptyState>
  );
}

/** What is over, page by page. */
function Before({ past }: { past: ReturnType<typeof useOffers> }) {
  return (
    <Fetched query={past}>
      {(found) => (
        <>
          <Over title={<Trans>Before</Trans>} offers={found.filter((offer) => !isMissed(offer))} />
          <More of={past} />
        </>
      )}
    </Fetched>
  );
}

/** What is booked, apart from what is asked. */
export function MyFridays() {
  const { i18n } = useLingui();
  const mine = useOffers("mine");
  const past = useOffers("past");
  const { receipts, late, gone, heard } = useReceipts();
  const left = receipts.filter(({ state }) => state !== "accepted" && state !== "reserve");
  return (
    <>
      <h1>
        <Trans>My Fridays</Trans>
      </h1>
      {gone && <Gone />}
      <Over title={i18n._(SESSION_STATES.cancelled)} offers={(past.data ?? []).filter(isMissed)} />
      <Fetched aged query={mine}>
        {(found) => (
          <>
            {left.map((offer) => (
              <Receipt key={offer.id} answered={offer} heard={heard} late={late.has(offer.id)} />
            ))}
            {found.length === 0 && left.length === 0 && <Nothing />}
            <Cards
              title={<Trans>To come</Trans>}
              offers={found.filter(({ state }) => state === "accepted")}
              heard={heard}
            />
            <Cards
              title={<Trans>Standby</Trans>}
              offers={found.filter(({ state }) => state === "reserve")}
              heard={heard}
            />
          </>
        )}
      </Fetched>
      {/* Below what is to come: it would push that down, and of two that fail one says so. */}
      {mine.data && <Before past={past} />}
    </>
  );
}
