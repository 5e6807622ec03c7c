import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Safe } from "../draft/state";

const WORDS: Record<Safe, ReactNode> = {
  nothing: null,
  device: <Trans>Kept on this device.</Trans>,
  saving: <Trans>Kept on this device. Saving in your account…</Trans>,
  account: <Trans>Saved in your account.</Trans>,
  offline: <Trans>No connection. Kept on this device, not in your account yet.</Trans>,
  nowhere: <Trans>This device keeps nothing. Please send it before you close the page.</Trans>,
};

/** Where what was typed is, at this moment. */
export function SaveNote({ safe }: { safe: Safe }) {
  return (
    <p className="soft save-note" role="status" data-safe={safe}>
      {WORDS[safe]}
    </p>
  );
}
