import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { Fetched } from "../../ui/states";
import { AUDIT_FILTERS } from "./accesses";
import { AuditChoices } from "./AuditChoices";
import { AuditRow } from "./AuditLines";
import { Log } from "./Log";
import { useAudit } from "./queries";
import { useFilters } from "./useFilters";
import "./journal.css";

function Head() {
  return (
    <>
      <h1>
        <Trans>Who looked</Trans>
      </h1>
      <p className="soft">
        <Trans>
          Who came, who looked at what is held about somebody, and who was refused, beside what changed. What
          they read is not in it. Kept for a year. <Link to="/team/journal">Back to the journal</Link>
        </Trans>
      </p>
    </>
  );
}

/** Who came, who looked and who was refused, beside what changed: for those who answer for it. */
export function AuditPage() {
  const [filters, choose] = useFilters(AUDIT_FILTERS);
  const audit = useAudit(filters);
  return (
    <>
      <Head />
      <AuditChoices filters={filters} choose={choose} />
      <Fetched aged query={audit}>
        {(found) => (
          <Log
            all={found.pages.flatMap(({ results }) => results)}
            of={audit}
            nothing={<Trans>Nothing like that is written down</Trans>}
            showAll={() => choose({})}
          >
            {(line, place) => (
              <AuditRow
                key={`${line.at} ${line.kind} ${String(place)}`}
                line={line}
                narrow={(more) => choose({ ...filters, ...more })}
              />
            )}
          </Log>
        )}
      </Fetched>
    </>
  );
}
