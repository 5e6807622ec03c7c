import { useLingui } from "@lingui/react/macro";
import { dayWords, hours } from "../lib/time/words";
import { UserText } from "../ui/UserText";
import { isAsAgreed, type Agreed, type Proposed } from "./proposed";
import { type Line, SideBySide } from "./SideBySide";

const line = (label: string, agreed: string, wanted: string): Line[] =>
  agreed === wanted ? [] : [{ label, first: agreed, second: <strong>{wanted}</strong> }];

/** What a proposal changes: as agreed, and as proposed; what stays is left out. */
export function Changes({ session, proposed }: { session: Agreed; proposed: Proposed }) {
  const { t, i18n } = useLingui();
  const zone = session.site.time_zone;
  const day = (at: string) => dayWords(at, i18n.locale, zone);
  const span = (of: Proposed) => hours(of.starts_at, of.ends_at, i18n.locale, zone);
  const lines = [
    ...line(t`Day`, day(session.starts_at), day(proposed.starts_at)),
    ...line(t`Time`, span(session), span(proposed)),
    ...line(t`People`, String(session.people_expected), String(proposed.people_expected)),
  ];
  if (isAsAgreed(session, proposed)) return null;
  const why = { label: t`Why`, first: <UserText>{proposed.note ?? ""}</UserText> };
  return (
    <SideBySide heads={[t`As agreed`, t`As proposed`]} lines={proposed.note ? [...lines, why] : lines} />
  );
}
