import { Trans, useLingui } from "@lingui/react/macro";
import { dayWords, ownZone } from "../../lib/time/words";

/** Told by phone and written down by the team: so it reads until the interpreter says it here, which takes its place. */
export function Noted({ at }: { at: string | null }) {
  const { i18n } = useLingui();
  if (!at) return null;
  const day = dayWords(at, i18n.locale, ownZone());
  return (
    <span className="free-noted">
      <Trans>The team noted this for you on {day}.</Trans>
    </span>
  );
}
