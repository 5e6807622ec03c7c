import { Trans, useLingui } from "@lingui/react/macro";
import { dateWords, yearWords } from "../../lib/time/words";
import { CREDENTIALS, LANGUAGES, PAY_STATUS, VARIETIES } from "../../ui/words";
import type { Profile } from "./queries";

/** What the team holds: shown, and changed by the team alone. */
export function Held({ profile }: { profile: Profile }) {
  const { i18n } = useLingui();
  const spoken = profile.languages.map(({ language, varieties }) => {
    const said = varieties.map((variety) => i18n._(VARIETIES[variety])).join(", ");
    return i18n._(LANGUAGES[language]) + (said ? ` (${said})` : "");
  });
  return (
    <section className="card">
      <dl className="facts profile-held">
        <dt>
          <Trans>Languages</Trans>
        </dt>
        <dd>{spoken.join(" · ")}</dd>
        <dt>
          <Trans>Pay</Trans>
        </dt>
        <dd>{i18n._(PAY_STATUS[profile.pay_status])}</dd>
        {profile.credentials.map((seen) => (
          <Paper key={`${seen.kind} ${seen.expires_on}`} seen={seen} />
        ))}
      </dl>
      <p className="soft">
        <Trans>Is something wrong here? Tell the team: they change it.</Trans>
      </p>
    </section>
  );
}

function Paper({ seen }: { seen: Profile["credentials"][number] }) {
  const { i18n } = useLingui();
  const [until, year] = [dateWords(seen.expires_on, i18n.locale), yearWords(seen.expires_on, i18n.locale)];
  return (
    <>
      <dt>{i18n._(CREDENTIALS[seen.kind])}</dt>
      <dd>
        <Trans>
          until {until} {year}
        </Trans>
      </dd>
    </>
  );
}
