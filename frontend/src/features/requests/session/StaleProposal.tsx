import { Trans, useLingui } from "@lingui/react/macro";
import type { Proposed } from "../../../desk/proposed";
import { StaleChoice } from "../../../desk/StaleChoice";
import { dayWords, hours } from "../../../lib/time/words";
import { UserText } from "../../../ui/UserText";
import type { Session } from "../queries";

interface Props {
  now: Session;
  mine: Proposed;
  busy: boolean;
  keepTheirs: () => void;
  writeMine: () => void;
}

/** A colleague proposed something meanwhile, or the team changed the session: both side by side. */
export function StaleProposal({ now, mine, ...choice }: Props) {
  const { t, i18n } = useLingui();
  const zone = now.site.time_zone;
  // A newer proposal replaces an older one: it is the colleague's that would be lost.
  const theirs: Proposed = now.proposed_change ?? now;
  const words = (of: Proposed): [string, string][] => [
    [t`Day`, dayWords(of.starts_at, i18n.locale, zone)],
    [t`Time`, hours(of.starts_at, of.ends_at, i18n.locale, zone)],
    [t`People`, String(of.people_expected)],
    [t`Why`, (of === theirs ? now.proposed_change?.note : of.note) || "–"],
  ];
  const typed = words(mine);
  const lines = words(theirs).map(([label, said], at) => ({
    label,
    now: <UserText>{said}</UserText>,
    mine: <UserText>{typed[at]?.[1] ?? ""}</UserText>,
  }));
  return (
    <StaleChoice
      lines={lines}
      write={
        now.proposed_change ? (
          <Trans>Propose mine in its place</Trans>
        ) : (
          <Trans>Send my proposal all the same</Trans>
        )
      }
      {...choice}
    />
  );
}
