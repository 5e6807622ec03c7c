import { Trans } from "@lingui/react/macro";
import { StatusNote } from "./StatusNote";

/** Something was chosen and is not known to anybody else: never green. */
export function UnsentNote() {
  return (
    <StatusNote kind="unsent">
      <Trans>Saved on this phone, not sent yet</Trans>
    </StatusNote>
  );
}
