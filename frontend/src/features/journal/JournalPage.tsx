import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { useMe } from "../../api/me";
import { Fetched } from "../../ui/states";
import { AUDITORS } from "./accesses";
import { deeds } from "./acts";
import { DeedLines } from "./DeedLines";
import { JournalFilters } from "./JournalFilters";
import { Log } from "./Log";
import { FILTER_NAMES, useJournal } from "./queries";
import { useFilters } from "./useFilters";
import "./journal.css";

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
  const [filters, choose] = useFilters(FILTER_NAMES);
  const journal = useJournal(filters);
  return (
    <>
      <h1>
        <Trans>Journal</Trans>
      </h1>
      <ToWhoLooked />
      <JournalFilters filters={filters} choose={choose} />
      <Fetched aged query={journal}>
        {(found) => (
          <Log
            all={deeds(found.pages.flatMap(({ results }) => results))}
            of={journal}
            nothing={<Trans>Nothing like that happened</Trans>}
            showAll={() => choose({})}
          >
            {(deed) => (
              <DeedLines key={deed.key} deed={deed} narrow={(more) => choose({ ...filters, ...more })} />
            )}
          </Log>
        )}
      </Fetched>
    </>
  );
}
