import { Trans } from "@lingui/react/macro";
import type { Schema } from "../../api/client";
import { Unread } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { type Shift, useMeaning } from "./queries";
import { Names } from "../../ui/Names";

function ForHolder({ found }: { found: Schema["EditMeaning"] }) {
  const name = found.holder?.name ?? "";
  switch (found.meaning) {
    case "keeps":
      return (
        <Trans>
          <UserText>{name}</UserText> keeps the place.
        </Trans>
      );
    case "needs_decision":
      return (
        <Trans>
          <UserText>{name}</UserText> keeps the place, and is confirmed only with the safeguarding lead’s
          decision.
        </Trans>
      );
    case "asked_again":
      return (
        <Trans>
          <UserText>{name}</UserText> said yes to something else, and is asked again before anyone.
        </Trans>
      );
    case "let_go":
      return (
        <Trans>
          <UserText>{name}</UserText> cannot take the place then, and is told that they are not needed this
          time.
        </Trans>
      );
    default:
      return null;
  }
}

/** What the edit means for who holds the place and for those who wait, as the server judges it. */
export function EditMeaning({ shift, edit }: { shift: Shift; edit: Schema["PlaceInputRequest"] }) {
  const meaning = useMeaning(shift.id, edit);
  const found = meaning.data;
  if (!found) return <Unread of={meaning} />;
  if (!found.holder && found.let_go.length === 0) return null;
  const names = found.let_go.map(({ name }) => name);
  return (
    <div
      className="note stack-tight"
      data-kind={found.meaning === "keeps" ? "good" : "warning"}
      role="status"
    >
      {found.holder && (
        <p>
          <ForHolder found={found} />
        </p>
      )}
      {found.reasons.length > 0 && (
        <ul className="small">
          {found.reasons.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      )}
      {names.length > 0 && (
        <p>
          <Trans>
            Asked already, and not needed then: <Names of={names} />
          </Trans>
        </p>
      )}
    </div>
  );
}
