import { Trans } from "@lingui/react/macro";
import { useCallback, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { hearSent } from "../../lib/offline/sender";
import { Answers } from "./Answers";
import { When } from "./OfferFacts";
import { OfferStatus } from "./OfferStatus";
import { aboutOffer, type Hearing, type Offer, useOffer } from "./queries";

function Next({ offer }: { offer: Offer }) {
  switch (offer.state) {
    case "accepted":
      return <Trans>Thank you. We confirm the day and tell you here.</Trans>;
    case "reserve":
      return <Trans>Somebody has this place. If they can’t come, we ask you first.</Trans>;
    case "declined":
      return <Trans>Thank you for telling us. It changes nothing for the next time.</Trans>;
    case "withdrawn":
      return <Trans>Thank you for telling us. We are asking somebody else.</Trans>;
    default:
      return <Trans>Thank you for telling us.</Trans>;
  }
}

/** What was answered here a moment ago, in its card’s place: what it means now, and one tap to undo it. */
export function Receipt({ answered, heard, late }: { answered: Offer; heard: Hearing; late: boolean }) {
  const { data: offer } = useOffer(answered);
  const place = useRef<HTMLElement>(null);
  // The button that was tapped is gone: whoever listens or uses the keyboard is taken to what became of it.
  useEffect(() => {
    if (!late) place.current?.focus();
  }, [late]);
  const booked = offer.state === "accepted" || offer.state === "reserve";
  return (
    <article className="card offer-receipt" tabIndex={-1} ref={place} aria-live="polite">
      <div className="row between">
        <OfferStatus offer={offer} />
        {booked && (
          <Link className="tall-link" to="/interpreter/fridays">
            <Trans>My Fridays</Trans>
          </Link>
        )}
      </div>
      <When offer={offer} />
      <p className="soft">
        <Next offer={offer} />
      </p>
      <Answers offer={offer} heard={heard} only="undo" />
    </article>
  );
}

/** What was answered on this screen since it was opened. An answer undone is a question again. */
export function useReceipts(): { receipts: Offer[]; late: Set<string>; gone: boolean; heard: Hearing } {
  const [receipts, setReceipts] = useState<{ offer: Offer; late: boolean }[]>([]);
  const [gone, setGone] = useState(false);
  const answered = useCallback(
    (offer: Offer, late = false) =>
      setReceipts((before) => {
        const others = before.filter((one) => one.offer.id !== offer.id);
        return offer.state === "asked" ? others : [...others, { offer, late }];
      }),
    [],
  );
  useEffect(
    () =>
      hearSent(({ about }, found) => {
        const offer = found as Offer;
        if (about === aboutOffer(offer.id)) answered(offer, true);
      }),
    [answered],
  );
  return {
    receipts: receipts.map(({ offer }) => offer),
    late: new Set(receipts.filter((one) => one.late).map(({ offer }) => offer.id)),
    gone,
    heard: { answered, gone: () => setGone(true) },
  };
}

/** What was tapped had been taken back a moment before. */
export function Gone() {
  return (
    <p className="note" role="status">
      <Trans>That place is not there any more. There is nothing you need to do.</Trans>
    </p>
  );
}
