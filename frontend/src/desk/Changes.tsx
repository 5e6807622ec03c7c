import { Trans, useLingui } from "@lingui/react/macro";
import { dayWords, hours } from "../lib/time/words";
import { UserText } from "../ui/UserText";
import { isAsAgreed, type Agreed, type Proposed } from "./proposed";
import "./Changes.css";

/** What a proposal changes: as agreed, and as proposed; what stays is left out. */
export function Changes({ session, proposed }: { session: Agreed; proposed: Proposed }) {
  const { t, i18n } = useLingui();
  const zone = session.site.time_zone;
  const day = (at: string) => dayWords(at, i18n.locale, zone);
  const span = (of: Proposed) => hours(of.starts_at, of.ends_at, i18n.locale, zone);
  const lines = [
    { key: "day", label: t`Day`, agreed: day(session.starts_at), wanted: day(proposed.starts_at) },
    { key: "hours", label: t`Time`, agreed: span(session), wanted: span(proposed) },
    {
      key: "people",
      label: t`People`,
      agreed: String(session.people_expected),
      wanted: String(proposed.people_expected),
    },
  ].filter(({ agreed, wanted }) => agreed !== wanted);
  if (isAsAgreed(session, proposed)) return null;
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">
            <Trans>What</Trans>
          </th>
          <th scope="col">
            <Trans>As agreed</Trans>
          </th>
          <th scope="col">
            <Trans>As proposed</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, agreed, wanted }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{agreed}</td>
            <td>
              <strong>{wanted}</strong>
            </td>
          </tr>
        ))}
        {proposed.note && (
          <tr>
            <th scope="row">
              <Trans>Why</Trans>
            </th>
            <td colSpan={2}>
              <UserText>{proposed.note}</UserText>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
