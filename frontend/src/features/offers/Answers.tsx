import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { ApiError } from "../../api/errors";
import { useUnsent } from "../../lib/offline/useWaiting";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { aboutOffer, type Answer, type Hearing, type Offer, useAnswer } from "./queries";

/** The words on each button say what it means. */
function useWords(offer: Offer): Record<Answer, string> {
  const { t } = useLingui();
  return {
    accept: offer.state === "asked" ? t`Yes, I can come (we confirm the day)` : t`I can come after all`,
    "stand-by": t`Be on standby`,
    decline: t`No, I can’t`,
    undo: t`Undo`,
    withdraw: offer.recorded_by_team ? t`That was not me` : t`I can’t come after all`,
  };
}

const ORDER: Answer[] = ["accept", "stand-by", "decline", "undo", "withdraw"];

function possible(offer: Offer): Answer[] {
  const found = new Set<string>(offer.allowed_actions);
  // While an answer can be undone, taking it back the serious way would only confuse.
  if (found.has("undo")) found.delete("withdraw");
  return ORDER.filter((name) => found.has(name.replace("-", "_")));
}

export const lostRace = (error: unknown): boolean =>
  error instanceof ApiError && error.problems.some(({ code }) => code === "place_taken");

/** What happens next is said before it is done; it takes a second tap, on the card itself. */
function Withdraw({
  offer,
  words,
  answer,
}: {
  offer: Offer;
  words: string;
  answer: ReturnType<typeof useAnswer>;
}) {
  const [asked, setAsked] = useState(false);
  const second = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) second.current?.focus();
  }, [asked]);
  if (!asked)
    return (
      <Act className="wide-on-phone" variant="default" onClick={() => setAsked(true)}>
        {words}
      </Act>
    );
  return (
    <div className="note stack-tight offer-second" role="group" tabIndex={-1} ref={second} aria-label={words}>
      <p>
        {offer.state === "reserve" ? (
          <Trans>We no longer keep you in mind for this place. No reason needed.</Trans>
        ) : (
          <Trans>We look for somebody else at once. No reason needed.</Trans>
        )}
      </p>
      <div className="row">
        <Act
          className="wide-on-phone"
          busy={answer.isPending}
          onClick={() => answer.mutate({ offer, answer: "withdraw" })}
        >
          <Trans>Yes, tell the team</Trans>
        </Act>
        <Act className="wide-on-phone" variant="default" onClick={() => setAsked(false)}>
          <Trans>Keep my place</Trans>
        </Act>
      </div>
    </div>
  );
}

interface UnsentProps {
  words: string;
  /** An answer that nobody knows yet can be taken back; what takes one back cannot. */
  undo?: (() => void) | undefined;
  busy: boolean;
  /** It was said here, a moment ago: the button that was tapped is gone. */
  here: boolean;
}

/** What was chosen, and waits on the phone. */
function Unsent({ words, undo, busy, here }: UnsentProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (here) place.current?.focus();
  }, [here]);
  return (
    <div
      className="note stack-tight offer-second"
      data-kind="warning"
      role="status"
      tabIndex={-1}
      ref={place}
    >
      <p>
        <Trans>You chose: {words}</Trans>
      </p>
      <p>
        <Trans>It is saved on this phone and not sent yet. We send it as soon as there is a signal.</Trans>
      </p>
      {undo && (
        <div>
          <Act className="wide-on-phone" variant="default" busy={busy} onClick={undo}>
            <Trans>Undo</Trans>
          </Act>
        </div>
      )}
    </div>
  );
}

function Refused({ offer, error }: { offer: Offer; error: unknown }) {
  if (error && !lostRace(error)) return <Problem error={error} />;
  if (offer.state !== "asked" || !offer.allowed_actions.includes("stand_by")) return null;
  return (
    <p className="note" role="status">
      {error ? (
        <Trans>
          Thank you! Somebody else said yes a moment before you. You can be on standby: if they can’t come, we
          ask you first.
        </Trans>
      ) : (
        <Trans>Somebody else has said yes already. You can be on standby.</Trans>
      )}
    </p>
  );
}

/** One tap to answer; `heard` is told what became of it. `only` leaves the other acts out. */
export function Answers({ offer, heard, only }: { offer: Offer; heard: Hearing; only?: Answer }) {
  const words = useWords(offer);
  const answer = useAnswer(heard);
  const unsent = useUnsent(aboutOffer(offer.id));
  const tap = (name: Answer) => answer.mutate({ offer, answer: name });
  if (unsent)
    return (
      <Unsent
        words={words[unsent.said as Answer]}
        here={answer.submittedAt > 0}
        busy={answer.isPending}
        undo={unsent.said === "undo" ? undefined : () => tap("undo")}
      />
    );
  const shown = possible(offer).filter((name) => !only || name === only);
  return (
    <>
      <Refused offer={offer} error={answer.error} />
      <div className="row">
        {shown.map((name) =>
          name === "withdraw" ? (
            <Withdraw key={name} offer={offer} words={words[name]} answer={answer} />
          ) : (
            <Act
              key={name}
              className="wide-on-phone"
              variant={name === "accept" || name === "stand-by" ? "filled" : "default"}
              busy={answer.isPending}
              onClick={() => tap(name)}
            >
              {words[name]}
            </Act>
          ),
        )}
      </div>
    </>
  );
}
