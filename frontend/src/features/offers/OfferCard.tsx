import { Trans, useLingui } from "@lingui/react/macro";
import { momentWords } from "../../lib/time/words";
import { Answers } from "./Answers";
import { FirstFacts, OfferFacts, When } from "./OfferFacts";
import { OfferStatus } from "./OfferStatus";
import type { Hearing, Offer } from "./queries";
import "./offers.css";

/** Until when an answer counts: the first thing on the card of a question. */
export function Deadline({ offer }: { offer: Offer }) {
  const { i18n } = useLingui();
  if (offer.state !== "asked" || !offer.answer_by) return null;
  const by = momentWords(offer.answer_by, i18n.locale, offer.session.time_zone);
  return (
    <p className="offer-deadline">
      <Trans>Please answer by {by}.</Trans>
    </p>
  );
}

/** What the state means for the reader, where its word alone does not say it. */
export function Meaning({ offer }: { offer: Offer }) {
  const { state } = offer;
  if (offer.clashes && state !== "accepted")
    return (
      <p className="note" data-kind="warning">
        <Trans>This clashes with a place you already hold. It comes back if that one is freed.</Trans>
      </p>
    );
  if (state === "accepted" && offer.recorded_by_team)
    return (
      <p className="soft">
        <Trans>The team noted your yes.</Trans>
      </p>
    );
  if (state === "accepted" && !offer.confirmed)
    return (
      <p className="soft">
        <Trans>Thank you. We confirm the day and tell you here.</Trans>
      </p>
    );
  if (state === "reserve")
    return (
      <p className="soft">
        <Trans>Somebody has this place. If they can’t come, we ask you first.</Trans>
      </p>
    );
  return null;
}

/** One place put to one person: until when to answer, when it is, how far, paid or not; one tap. */
export function OfferCard({ offer, heard }: { offer: Offer; heard: Hearing }) {
  return (
    <article className="card">
      <div className="row between">
        <OfferStatus offer={offer} />
        <Deadline offer={offer} />
      </div>
      <When offer={offer} />
      <FirstFacts offer={offer} />
      <OfferFacts offer={offer} />
      <Meaning offer={offer} />
      <Answers offer={offer} heard={heard} />
    </article>
  );
}
