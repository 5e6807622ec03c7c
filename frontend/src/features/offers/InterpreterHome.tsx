import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { EmptyState, Fetched } from "../../ui/states";
import { OfferCard } from "./OfferCard";
import { type Offer, useOffers } from "./queries";

/** The next place somebody holds, whatever else there is. */
export function nextUp(mine: Offer[], now: number = Date.now()): Offer | undefined {
  return mine.find((offer) => offer.state === "accepted" && Date.parse(offer.session.ends_at) > now);
}

function NextUp() {
  const mine = useOffers("mine");
  const next = nextUp(mine.data ?? []);
  return next ? <OfferCard offer={next} lead title={<Trans>Next up</Trans>} /> : null;
}

/** What is asked: open questions first, answered ones below. */
export function InterpreterHome() {
  const asked = useOffers("asked");
  return (
    <>
      <NextUp />
      <h1>
        <Trans>Can you come?</Trans>
      </h1>
      <Fetched query={asked}>
        {(found) =>
          found.length ? (
            <div className="stack">
              {found
                .toSorted((a, b) => Number(b.state === "asked") - Number(a.state === "asked"))
                .map((offer) => (
                  <OfferCard key={offer.id} offer={offer} />
                ))}
            </div>
          ) : (
            <EmptyState title={<Trans>Nothing is asked of you right now</Trans>}>
              <p>
                <Trans>We will tell you here when a place fits you.</Trans>
              </p>
              <Link to="/interpreter/free">
                <Trans>Say which days you are free</Trans>
              </Link>
            </EmptyState>
          )
        }
      </Fetched>
    </>
  );
}
