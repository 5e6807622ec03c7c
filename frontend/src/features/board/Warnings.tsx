import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import type { Schema } from "../../api/client";
import { wallOf } from "../../lib/time/wall";
import { shortDate } from "../../lib/time/words";

type Warning = Schema["BoardWarning"];

/** The field that resolves a warning about what the partner told. */
const FIELDS: Record<string, string> = { no_contact: "contact-name", empty_brief: "brief-theme" };

/** The way to what resolves a warning about a session, where a form does. */
export function Resolve({ code, session }: { code: Warning["code"]; session: string | null }) {
  const field = FIELDS[code];
  if (!field || !session) return null;
  return (
    <>
      {" "}
      <Link to={`/team/sessions/${session}?edit=${field}`}>
        {code === "no_contact" ? <Trans>Add a contact</Trans> : <Trans>Say what it is about</Trans>}
      </Link>
    </>
  );
}

/** What to mind, each with the day since when; what only the safeguarding lead decides is marked. */
export function Warnings({ warnings, zone }: { warnings: Warning[]; zone: string }) {
  const { i18n } = useLingui();
  if (warnings.length === 0) return null;
  return (
    <ul className="warnings small">
      {warnings.map(({ code, message, session, shift, since, hard }, at) => {
        const day = since && shortDate(wallOf(since, zone).day, i18n.locale);
        return (
          // The same warning may stand for two languages.
          <li key={`${code}-${shift ?? ""}-${String(at)}`} className={hard ? "hard" : "warning"}>
            {hard && (
              <strong>
                <Trans>Hard rule:</Trans>{" "}
              </strong>
            )}
            {message}
            {day && (
              <span className="soft">
                {" "}
                <Trans>since {day}</Trans>
              </span>
            )}
            <Resolve code={code} session={session} />
          </li>
        );
      })}
    </ul>
  );
}
