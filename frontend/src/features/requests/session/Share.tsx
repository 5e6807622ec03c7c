import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { LOCALES, isLocale } from "../../../i18n/locale";
import { Act } from "../../../ui/Act";
import { Fetched } from "../../../ui/states";
import { type Session, useMessage } from "../queries";
import { copy } from "./copy";

type Outcome = "copied" | "select" | null;

function Text({ text, language, title }: { text: string; language: string; title: string }) {
  const shown = useRef<HTMLPreElement>(null);
  const [outcome, setOutcome] = useState<{ of: string; was: Outcome }>({ of: "", was: null });
  const copyIt = async () => setOutcome({ of: text, was: await copy(text, shown.current) });
  const was = outcome.of === text ? outcome.was : null;
  return (
    <>
      <pre className="message" lang={language} dir="auto" ref={shown}>
        {text}
      </pre>
      <div className="row">
        <Act onClick={() => void copyIt()}>
          {was === "copied" ? <Trans>Copied</Trans> : <Trans>Copy the message</Trans>}
        </Act>
        {"share" in navigator && (
          // Whoever closes the sheet has changed their mind; there is nothing to say about it.
          <Act variant="default" onClick={() => void navigator.share({ title, text }).catch(() => {})}>
            <Trans>Share…</Trans>
          </Act>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {was === "copied" && <Trans>The message is copied.</Trans>}
      </p>
      {was === "select" && (
        <p className="note" data-kind="warning">
          <Trans>This browser does not copy by itself. The message is selected: copy it from there.</Trans>
        </p>
      )}
    </>
  );
}

/** Who is coming, as one message to forward, in the language of those who get it. */
export function Share({ session }: { session: Session }) {
  const { t } = useLingui();
  const [language, setLanguage] = useState("");
  const message = useMessage(session.id, language);
  return (
    <section className="card" aria-labelledby="forward">
      <h2 id="forward">
        <Trans>A message to forward</Trans>
      </h2>
      <Fetched query={message}>
        {(found) => (
          <>
            <NativeSelect
              label={t`Language of the message`}
              size="md"
              value={found.language}
              onChange={(event) => setLanguage(event.currentTarget.value)}
              data={found.languages.map((code) => ({
                value: code,
                label: isLocale(code) ? LOCALES[code].name : code,
              }))}
            />
            <Text text={found.text} language={found.language} title={session.group.name} />
          </>
        )}
      </Fetched>
    </section>
  );
}
