import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { momentWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { StatusNote } from "../../ui/StatusNote";
import { OfferFacts, When } from "./OfferFacts";
import { type Answer, type Offer, useAnswer } from "./queries";
import "./offers.css";

/** The state in the words of the product. */
export function OfferStatus({ offer }: { offer: Offer }) {
  if (offer.confirmed)
    return (
      <StatusNote kind="confirmed">
        <Trans>Confirmed</Trans>
      </StatusNote>
    );
  switch (offer.state) {
    case "accepted":
      return (
        <StatusNote kind="yes">
          <Trans>You said yes</Trans>
        </StatusNote>
      );
    case "reserve":
      return (
        <StatusNote kind="asked">
          <Trans>Standby</Trans>
        </StatusNote>
      );
    case "declined":
      return (
        <StatusNote kind="over">
          <Trans>You said no</Trans>
        </StatusNote>
      );
    case "lapsed":
      return (
        <StatusNote kind="over">
          <Trans>The time to answer is over</Trans>
        </StatusNote>
      );
    case "asked":
      return (
        <StatusNote kind="asked">
          <Trans>Can you come?</Trans>
        </StatusNote>
      );
    case "withdrawn":
      return (
        <StatusNote kind="over">
          <Trans>You can’t come after all</Trans>
        </StatusNote>
      );
    default:
      return (
        <StatusNote kind="over">
          <Trans>Not needed this time</Trans>
        </StatusNote>
      );
  }
}

function What({ offer }: { offer: Offer }) {
  const { i18n } = useLingui();
  const { state } = offer;
  const zone = offer.session.time_zone;
  if (offer.clashes && state !== "accepted")
    return (
      <p className="note" data-kind="warning">
        <Trans>This clashes with a place you already hold. It comes back if that one is freed.</Trans>
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
  if (state === "asked" && offer.answer_by) {
    const by = momentWords(offer.answer_by, i18n.locale, zone);
    return (
      <p>
        <Trans>Please answer by {by}.</Trans>
      </p>
    );
  }
  return null;
}

/** The words on each button say what it means. */
function useWords(): Record<Answer, string> {
  const { t } = useLingui();
  return {
    accept: t`Yes, I can come (we confirm the day)`,
    "stand-by": t`Be on standby`,
    decline: t`No, I can’t`,
    undo: t`Undo`,
    withdraw: t`I can’t come after all`,
  };
}

const ORDER: Answer[] = ["accept", "stand-by", "decline", "undo", "withdraw"];

function Answers({ offer }: { offer: Offer }) {
  const words = useWords();
  const answer = useAnswer();
  const possible = new Set<string>(offer.allowed_actions);
  // While an answer can be undone, taking it back the serious way would only confuse.
  if (possible.has("undo")) possible.delete("withdraw");
  const shown = ORDER.filter((name) => possible.has(name.replace("-", "_")));
  return (
    <>
      <div className="row">
        {shown.map((name) => (
          <Act
            key={name}
            className="wide-on-phone"
            variant={name === "accept" || name === "stand-by" ? "filled" : "default"}
            busy={answer.isPending}
            onClick={() => answer.mutate({ id: offer.id, answer: name })}
          >
            {words[name]}
          </Act>
        ))}
      </div>
      <Problem error={answer.error} />
    </>
  );
}

/** One place put to one person: when, where, what; one tap to answer, and one to undo it. */
export function OfferCard({
  offer,
  lead = false,
  title,
}: {
  offer: Offer;
  lead?: boolean;
  title?: ReactNode;
}) {
  return (
    <article className={lead ? "card card-lead" : "card"} key={offer.state}>
      <div className="row between">
        <OfferStatus offer={offer} />
        {title && <span className="soft">{title}</span>}
      </div>
      <When offer={offer} />
      <OfferFacts offer={offer} />
      <What offer={offer} />
      <Answers offer={offer} />
    </article>
  );
}
