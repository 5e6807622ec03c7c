import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { useMe } from "../../api/me";
import { useParameters } from "../../lib/useParameters";
import { dateWords, ownZone } from "../../lib/time/words";
import { wallOf } from "../../lib/time/wall";
import { Act } from "../../ui/Act";
import { EmptyState, Fetched } from "../../ui/states";
import { AUDITORS } from "./accesses";
import { type Deed, deeds } from "./acts";
import { DeedLines } from "./DeedLines";
import { JournalFilters } from "./JournalFilters";
import { type Filters, FILTER_NAMES, useJournal } from "./queries";
import "./journal.css";

function readFilters(params: URLSearchParams): Filters {
  const found: Filters = {};
  for (const name of FILTER_NAMES) {
    const value = params.get(name);
    if (value) found[name] = value;
  }
  return found;
}

function byDay(all: Deed[]): [string, Deed[]][] {
  const zone = ownZone();
  const days = new Map<string, Deed[]>();
  for (const deed of all) {
    const { day } = wallOf(deed.at, zone);
    days.set(day, [...(days.get(day) ?? []), deed]);
  }
  return [...days];
}

function Days({ all, narrow }: { all: Deed[]; narrow: (filters: Filters) => void }) {
  const { i18n } = useLingui();
  return byDay(all).map(([day, inIt]) => (
    <section key={day} className="stack-tight">
      <h2>{dateWords(day, i18n.locale)}</h2>
      <ol className="card journal">
        {inIt.map((deed) => (
          <DeedLines key={deed.key} deed={deed} narrow={narrow} />
        ))}
      </ol>
    </section>
  ));
}

/** The way to who looked, for those whose it is. */
function ToWhoLooked() {
  const me = useMe().data;
  if (!me || !AUDITORS.has(me.team_role)) return null;
  return (
    <p>
      <Link to="/team/journal/looked">
        <Trans>Who came and who looked</Trans>
      </Link>
    </p>
  );
}

/** What happened: who, what and when, in words, newest first. Nothing in it can be edited. */
export function JournalPage() {
  const [params, change] = useParameters();
  const filters = readFilters(params);
  const journal = useJournal(filters);
  const choose = (chosen: Filters) =>
    change(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value)), { replace: false });
  return (
    <>
      <h1>
        <Trans>Journal</Trans>
      </h1>
      <ToWhoLooked />
      <JournalFilters filters={filters} choose={choose} />
      <Fetched aged query={journal}>
        {(found) => {
          const all = deeds(found.pages.flatMap(({ results }) => results));
          if (all.length === 0)
            return (
              <EmptyState title={<Trans>Nothing like that happened</Trans>}>
                <button type="button" className="plain" onClick={() => choose({})}>
                  <Trans>Show all</Trans>
                </button>
              </EmptyState>
            );
          return (
            <>
              <Days all={all} narrow={(more) => choose({ ...filters, ...more })} />
              {journal.hasNextPage && (
                <Act
                  variant="default"
                  busy={journal.isFetchingNextPage}
                  onClick={() => void journal.fetchNextPage()}
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
