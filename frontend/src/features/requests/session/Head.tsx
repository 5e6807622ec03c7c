import { useLingui } from "@lingui/react/macro";
import { dayWords } from "../../../lib/time/words";
import { Hours } from "../../../ui/Hours";
import { UserText } from "../../../ui/UserText";
import { MODES } from "../../../ui/words";
import type { Session } from "../queries";
import { SessionStatus } from "../SessionStatus";

/** How a session stands, when and where it is. */
export function Head({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const { starts_at, ends_at, site, mode } = session;
  const zone = site.time_zone;
  return (
    <>
      <div className="row between">
        <SessionStatus session={session} />
        <span className="soft">{i18n._(MODES[mode])}</span>
      </div>
      <p className="when">
        {dayWords(starts_at, i18n.locale, zone)} · <Hours start={starts_at} end={ends_at} zone={zone} />
      </p>
      <p>
        <UserText>{site.name}</UserText> · <UserText>{site.address}</UserText>
      </p>
    </>
  );
}
