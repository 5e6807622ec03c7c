import { Trans, useLingui } from "@lingui/react/macro";
import { useParameters } from "../../lib/useParameters";
import { More } from "../../ui/More";
import { EmptyState, Fetched } from "../../ui/states";
import { Apply } from "./Apply";
import { type Import, type RowState, useRows } from "./queries";
import { RowTable } from "./RowTable";
import { ROW_STATES } from "./words";

const ALL: readonly RowState[] = ["wrong", "new", "changed", "same"];

interface FilterProps {
  found: Import;
  shown: RowState | "";
  show: (state: RowState | "") => void;
}

/** How many rows of each state there are, and which of them are shown. */
function Filter({ found, shown, show }: FilterProps) {
  const { i18n, t } = useLingui();
  const choices: [RowState | "", string, number][] = [
    ["", t`All rows`, found.rows],
    ...ALL.map((state): [RowState, string, number] => [
      state,
      i18n._(ROW_STATES[state]),
      found.counts[state],
    ]),
  ];
  return (
    <div className="row" role="group" aria-label={t`Which rows are shown`}>
      {choices
        .filter(([state, , count]) => count > 0 || state === shown)
        .map(([state, words, count]) => (
          <button
            key={state}
            type="button"
            className="row-filter"
            data-state={state || undefined}
            aria-pressed={state === shown}
            onClick={() => show(state)}
          >
            {words} <strong>{i18n.number(count)}</strong>
          </button>
        ))}
    </div>
  );
}

/** The dry run: what importing would do with each row, and what is wrong with it. Nothing is written yet. */
export function Rows({ found }: { found: Import }) {
  const [params, change] = useParameters();
  const asked = params.get("state");
  const state: RowState | "" =
    asked === null
      ? found.counts.wrong
        ? "wrong"
        : ""
      : ALL.includes(asked as RowState)
        ? (asked as RowState)
        : "";
  const rows = useRows(found, state);
  const show = (chosen: RowState | "") => change({ step: "rows", state: chosen || "all" });
  return (
    <div className="stack">
      <Apply found={found} />
      <Filter found={found} shown={state} show={show} />
      <Fetched query={rows}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.results);
          if (!all.length) return <EmptyState title={<Trans>No row is like that</Trans>} />;
          return (
            <>
              <RowTable found={found} rows={all} />
              <More of={rows} />
            </>
          );
        }}
      </Fetched>
    </div>
  );
}
