import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { More } from "../../ui/More";
import { EmptyState, Fetched, Loading, Unread } from "../../ui/states";
import { NextUp, nextUp } from "./NextUp";
import { OfferCard } from "./OfferCard";
import { type Hearing, type Offer, useOffers } from "./queries";
import { Gone, Receipt, useReceipts } from "./Receipt";
import "./offers.css";

interface Shown {
  found: Offer[];
  receipts: Offer[];
  late: Set<string>;
  heard: Hearing;
}

/** Questions in the order of their days. What was answered here stays in its place until one leaves. */
function Questions({ found, receipts, late, heard }: Shown) {
  const answered = new Set(receipts.map(({ id }) => id));
  const questions = found.filter(({ state, id }) => state === "asked" && !answered.has(id));
  if (questions.length + receipts.length === 0) return <Nothing />;
  const cards = [...questions, ...receipts].toSorted((a, b) =>
    a.session.starts_at.localeCompare(b.session.starts_at),
  );
  return (
    <div className="stack">
      {cards.map((offer) =>
        answered.has(offer.id) ? (
          <Receipt key={`${offer.id} answered`} answered={offer} heard={heard} late={late.has(offer.id)} />
        ) : (
          <OfferCard key={offer.id} offer={offer} heard={heard} />
        ),
      )}
    </div>
  );
}

function Nothing() {
  return (
    <EmptyState title={<Trans>Nothing is asked of you right now</Trans>}>
      <p>
        <Trans>We will tell you here when a place fits you.</Trans>
      </p>
      <Link className="tall-link" to="/interpreter/free">
        <Trans>Say which days you are free</Trans>
      </Link>
    </EmptyState>
  );
}

/** Said no, or too late: while the place is live, one may change one's mind. */
function SaidNo({ found, receipts, heard }: Omit<Shown, "late">) {
  const others = found.filter(({ state, id }) => state !== "asked" && !receipts.some((one) => one.id === id));
  if (others.length === 0) return null;
  return (
    <section className="stack">
      <h2>
        <Trans>Changed your mind?</Trans>
      </h2>
      {others.map((offer) => (
        <OfferCard key={offer.id} offer={offer} heard={heard} />
      ))}
    </section>
  );
}

/** What comes next, then what is asked. */
export function InterpreterHome() {
  const mine = useOffers("mine");
  const asked = useOffers("asked");
  const { receipts, late, gone, heard } = useReceipts();
  // The card stands above everything else: what is below would be pushed away from under a thumb.
  if (mine.isLoading || asked.isLoading) return <Loading />;
  const next = nextUp((mine.data ?? []).filter(({ id }) => !receipts.some((one) => one.id === id)));
  return (
    <>
      {next && <NextUp offer={next} heard={heard} />}
      {/* Of two that could not be read, one says so. */}
      {asked.data && <Unread of={mine} />}
      <h1>
        <Trans>Can you come?</Trans>
      </h1>
      {gone && <Gone />}
      <Fetched aged query={asked}>
        {(found) => (
          <>
            <Questions found={found} receipts={receipts} late={late} heard={heard} />
            <SaidNo found={found} receipts={receipts} heard={heard} />
            <More of={asked} />
          </>
        )}
      </Fetched>
      <p>
        <Link className="tall-link" to="/interpreter/why">
          <Trans>Why am I not asked for other places?</Trans>
        </Link>
      </p>
    </>
  );
}
