import { Trans } from "@lingui/react/macro";
import { EmptyState, Fetched } from "../../ui/states";
import { OfferCard, OfferStatus } from "./OfferCard";
import { When } from "./OfferFacts";
import { useOffers } from "./queries";

function Past() {
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
        </article>
      ))}
    </section>
  );
}

/** What is booked, apart from what is asked. */
export function MyFridays() {
  const mine = useOffers("mine");
  return (
    <>
      <h1>
        <Trans>My Fridays</Trans>
      </h1>
      <Fetched query={mine}>
        {(found) =>
          found.length ? (
            <div className="stack">
              {found.map((offer) => (
                <OfferCard key={offer.id} offer={offer} />
              ))}
            </div>
          ) : (
            <EmptyState title={<Trans>No Friday is booked</Trans>}>
              <p>
                <Trans>When you say yes to a place, it stands here.</Trans>
              </p>
            </EmptyState>
          )
        }
      </Fetched>
      <Past />
    </>
  );
}
