import { Trans, useLingui } from "@lingui/react/macro";
import { hours } from "../../lib/time/words";
import { UserText } from "../../ui/UserText";
import type { Hearer } from "./told";

function useSentence() {
  const { t, i18n } = useLingui();
  return (hearer: Hearer): string[] => {
    const kinds: Record<string, string> = {
      "therapist confirmed": t`the day is confirmed`,
      "partner confirmed": t`confirmed, and who is coming`,
      "interpreter confirmed": t`confirmed`,
      "interpreter not_needed": t`not needed this time`,
    };
    return hearer.lines.map(({ what, session }) => {
      const words = kinds[`${hearer.kind} ${what}`] ?? what;
      if (!session) return words;
      const when = hours(session.starts_at, session.ends_at, i18n.locale, session.site.time_zone);
      return `${when}: ${words}`;
    });
  };
}

/** Everyone who will hear, each once, and what. */
export function WhoIsTold({ hearers }: { hearers: Hearer[] }) {
  const sentence = useSentence();
  if (hearers.length === 0) return null;
  return (
    <section className="stack-tight">
      <h2>
        <Trans>Who is told, once</Trans>
      </h2>
      <p className="soft">
        <Trans>
          Whoever has no account hears it from you: once confirmed, the details of each session have a message
          to copy for everyone.
        </Trans>
      </p>
      <dl className="hearers">
        {hearers.map((hearer) => (
          <div key={hearer.key}>
            <dt>
              <UserText>{hearer.name}</UserText>
            </dt>
            <dd>
              <ul>
                {sentence(hearer).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
