import { useLingui } from "@lingui/react/macro";
import type { Schema } from "../api/client";
import { UserText } from "./UserText";
import { CANCEL_REASONS, DECLINE_REASONS } from "./words";

const PICKED = new Map(Object.entries({ ...DECLINE_REASONS, ...CANCEL_REASONS }));

/** Why something does not take place: what was picked, and the word that goes with it. */
export function ReasonWords({ reason }: { reason: Schema["ReasonView"] }) {
  const { i18n } = useLingui();
  // "Another reason" says nothing beside the reason itself.
  const picked = reason.code === "other" && reason.note ? undefined : PICKED.get(reason.code);
  return (
    <p>
      {picked && i18n._(picked)}
      {picked && reason.note && " · "}
      <UserText>{reason.note}</UserText>
    </p>
  );
}
