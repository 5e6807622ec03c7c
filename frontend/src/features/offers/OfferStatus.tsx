import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { useUnsent } from "../../lib/offline/useWaiting";
import { UnsentNote } from "../../ui/UnsentNote";
import { aboutOffer, type Offer } from "./queries";

const STATES: Record<Offer["state"], { kind: StatusKind; words: ReactNode }> = {
  new: { kind: "over", words: <Trans>Not needed this time</Trans> },
  asked: { kind: "asked", words: <Trans>Can you come?</Trans> },
  accepted: { kind: "yes", words: <Trans>You said yes</Trans> },
  reserve: { kind: "asked", words: <Trans>Standby</Trans> },
  declined: { kind: "over", words: <Trans>You said no</Trans> },
  lapsed: { kind: "over", words: <Trans>The time to answer is over</Trans> },
  withdrawn: { kind: "over", words: <Trans>You can’t come after all</Trans> },
  stood_down: { kind: "over", words: <Trans>Not needed this time</Trans> },
};

/** The session itself does not take place, which is not about the reader. */
export function isCalledOff({ state, session }: Offer): boolean {
  return state === "stood_down" && (session.state === "cancelled" || session.state === "withdrawn");
}

function stateOf(offer: Offer): { kind: StatusKind; words: ReactNode } {
  if (offer.came) return { kind: "confirmed", words: <Trans>Came</Trans> };
  if (offer.came === false) return { kind: "over", words: <Trans>Noted as not there</Trans> };
  if (offer.confirmed) return { kind: "confirmed", words: <Trans>Confirmed</Trans> };
  if (isCalledOff(offer)) return { kind: "over", words: <Trans>This session does not take place</Trans> };
  return STATES[offer.state];
}

/** The state in the words of the product. What waits on the phone is no state yet, whatever it will be. */
export function OfferStatus({ offer }: { offer: Offer }) {
  if (useUnsent(aboutOffer(offer.id))) return <UnsentNote />;
  const { kind, words } = stateOf(offer);
  return <StatusNote kind={kind}>{words}</StatusNote>;
}
