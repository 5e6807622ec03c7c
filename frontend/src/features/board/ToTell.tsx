import { Trans, useLingui } from "@lingui/react/macro";
import { UserText } from "../../ui/UserText";
import { LANGUAGES } from "../../ui/words";
import { CopyForPartner, CopyMessage, type MessageKind } from "./CopyMessage";
import type { Asked, Session, Shift } from "./queries";

interface PeopleProps {
  shifts: Shift[];
  kinds: MessageKind[];
}

const isOneOf = (kinds: MessageKind[], offer: Asked) =>
  offer.message !== null && kinds.includes(offer.message);

/** Those of these places to whom there is one of `kinds` to write, each with it. */
export function PeopleToTell({ shifts, kinds }: PeopleProps) {
  const { i18n } = useLingui();
  return (
    <ul className="stack">
      {shifts.flatMap((shift) =>
        shift.offers
          .filter((offer) => isOneOf(kinds, offer))
          .map((offer) => (
            <li key={offer.id} className="asked stack-tight">
              <p>
                <strong>
                  <UserText>{offer.interpreter.name}</UserText>
                </strong>{" "}
                · {i18n._(LANGUAGES[shift.language])}
              </p>
              {offer.message && <CopyMessage key={offer.message} offer={offer.id} kind={offer.message} />}
            </li>
          )),
      )}
    </ul>
  );
}

const TOLD: MessageKind[] = ["confirming", "changed"];

/**
 * The partner of a session, whoever comes once it is confirmed, and whoever was asked or answered before it was moved or
 * held another way: those without an account hear of it from the reader.
 */
export function ToTell({ session }: { session: Session }) {
  const anyone = session.shifts.some((shift) => shift.offers.some((offer) => isOneOf(TOLD, offer)));
  return (
    <div className="stack">
      {anyone && (
        <h3>
          <Trans>Who is to be told</Trans>
        </h3>
      )}
      <CopyForPartner session={session.id} />
      {anyone && <PeopleToTell shifts={session.shifts} kinds={TOLD} />}
    </div>
  );
}
