import { Trans, useLingui } from "@lingui/react/macro";
import { UserText } from "../../ui/UserText";
import { LANGUAGES } from "../../ui/words";
import { CopyForPartner, CopyMessage, type MessageKind } from "./CopyMessage";
import type { Asked, Session, Shift } from "./queries";

interface PeopleProps {
  shifts: Shift[];
  kind: MessageKind;
  is: (offer: Asked, shift: Shift) => boolean;
}

/** People of these places, each with what to write to them. */
export function PeopleToTell({ shifts, kind, is }: PeopleProps) {
  const { i18n } = useLingui();
  return (
    <ul className="stack">
      {shifts.flatMap((shift) =>
        shift.offers
          .filter((offer) => is(offer, shift))
          .map((offer) => (
            <li key={offer.id} className="asked stack-tight">
              <p>
                <strong>
                  <UserText>{offer.interpreter.name}</UserText>
                </strong>{" "}
                · {i18n._(LANGUAGES[shift.language])}
              </p>
              <CopyMessage offer={offer.id} kind={kind} />
            </li>
          )),
      )}
    </ul>
  );
}

const comes = (offer: Asked, shift: Shift) => offer.state === "accepted" && shift.state === "confirmed";

/** The partner of a session and, once it is confirmed, whoever comes: those without an account hear of it from the reader. */
export function ToTell({ session }: { session: Session }) {
  const isSure = session.shifts.some((shift) => shift.offers.some((offer) => comes(offer, shift)));
  return (
    <div className="stack">
      {isSure && (
        <h3>
          <Trans>Who is to be told</Trans>
        </h3>
      )}
      <CopyForPartner session={session.id} />
      {isSure && <PeopleToTell shifts={session.shifts} kind="confirming" is={comes} />}
    </div>
  );
}
