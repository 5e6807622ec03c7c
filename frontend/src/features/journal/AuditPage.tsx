import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { useParameters } from "../../lib/useParameters";
import { wallOf } from "../../lib/time/wall";
import { dateWords, ownZone } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { EmptyState, Fetched } from "../../ui/states";
import { AUDIT_FILTERS, type AuditFilters, type AuditLine } from "./accesses";
import { AuditChoices } from "./AuditChoices";
import { AuditRow } from "./AuditLines";
import { useAudit } from "./queries";
import "./journal.css";

function readFilters(params: URLSearchParams): AuditFilters {
  const found: AuditFilters = {};
  for (const name of AUDIT_FILTERS) {
    const value = params.get(name);
    if (value) found[name] = value;
  }
  return found;
}

function byDay(all: AuditLine[]): [string, AuditLine[]][] {
  const days = new Map<string, AuditLine[]>();
  for (const line of all) {
    const { day } = wallOf(line.at, ownZone());
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}

function Days({ all, narrow }: { all: AuditLine[]; narrow: (filters: AuditFilters) => void }) {
  const { i18n } = useLingui();
  return byDay(all).map(([day, inIt]) => (
    <section key={day} className="stack-tight">
      <h2>{dateWords(day, i18n.locale)}</h2>
      <ol className="card journal">
        {inIt.map((line, at) => (
          <AuditRow key={`${line.at} ${line.kind} ${String(at)}`} line={line} narrow={narrow} />
        ))}
      </ol>
    </section>
  ));
}

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
  const [params, change] = useParameters();
  const filters = readFilters(params);
  const audit = useAudit(filters);
  const choose = (chosen: AuditFilters) =>
    change(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value)), { replace: false });
  return (
    <>
      <Head />
      <AuditChoices filters={filters} choose={choose} />
      <Fetched aged query={audit}>
        {(found) => {
          const all = found.pages.flatMap(({ results }) => results);
          if (all.length === 0)
            return (
              <EmptyState title={<Trans>Nothing like that is written down</Trans>}>
                <button type="button" className="plain" onClick={() => choose({})}>
                  <Trans>Show all</Trans>
                </button>
              </EmptyState>
            );
          return (
            <>
              <Days all={all} narrow={(more) => choose({ ...filters, ...more })} />
              {audit.hasNextPage && (
                <Act
                  variant="default"
                  busy={audit.isFetchingNextPage}
                  onClick={() => void audit.fetchNextPage()}
                >
                  <Trans>Show earlier</Trans>
                </Act>
              )}
            </>
          );
        }}
      </Fetched>
    </>
  );
}
