import { Trans, useLingui } from "@lingui/react/macro";
import type { Schema } from "../../api/client";
import { wallOf } from "../../lib/time/wall";
import { shortDate } from "../../lib/time/words";

type Warning = Schema["BoardWarning"];

/** What to mind, each with the day since when; what only the safeguarding lead decides is marked. */
export function Warnings({ warnings, zone }: { warnings: Warning[]; zone: string }) {
  const { i18n } = useLingui();
  if (warnings.length === 0) return null;
  return (
    <ul className="warnings small">
      {warnings.map(({ code, message, shift, since, hard }, at) => {
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
          </li>
        );
      })}
    </ul>
  );
}
