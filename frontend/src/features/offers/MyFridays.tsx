import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Age } from "../../ui/Age";
import { EmptyState, Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { GROUP_KINDS } from "../../ui/words";
import { OfferCard } from "./OfferCard";
import { When } from "./OfferFacts";
import { OfferStatus } from "./OfferStatus";
import { type Hearing, type Offer, useOffers } from "./queries";
import { Gone, Receipt, useReceipts } from "./Receipt";

function Before() {
  const { i18n } = useLingui();
  const past = useOffers("past");
  if (!past.data?.length) return null;
  return (
    <section className="stack">
      <h2>
        <Trans>Before</Trans>
      </h2>
      {past.data.map((offer) => (
        <article className="card" key={offer.id}>
          <div className="row between">
            <When offer={offer} level="h3" />
            <OfferStatus offer={offer} />
          </div>
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

/** What is booked, apart from what is asked. */
export function MyFridays() {
  const mine = useOffers("mine");
  const { receipts, gone, heard } = useReceipts();
  const left = receipts.filter(({ state }) => state !== "accepted" && state !== "reserve");
  return (
    <>
      <h1>
        <Trans>My Fridays</Trans>
      </h1>
      <Age of={mine} />
      {gone && <Gone />}
      <Fetched query={mine}>
        {(found) => (
          <>
            {left.map((offer) => (
              <Receipt key={offer.id} answered={offer} heard={heard} />
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
      <Before />
    </>
  );
}
