import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import type { Session } from "./queries";

const THEIRS: Session["allowed_actions"] = ["edit_details", "propose_change", "withdraw"];

/** The way to what a partner on the phone would do themselves. */
export function OnBehalf({ session }: { session: Session }) {
  if (!THEIRS.some((action) => session.allowed_actions.includes(action))) return null;
  return (
    <Link to={`/team/sessions/${session.id}`}>
      <Trans>Change it for the partner</Trans>
    </Link>
  );
}
