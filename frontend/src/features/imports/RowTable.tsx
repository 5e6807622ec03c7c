import { Trans, useLingui } from "@lingui/react/macro";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import type { Column, Import, Row, RowState } from "./queries";
import { fieldWords, ROW_STATES } from "./words";

const SHAPES: Record<RowState, StatusKind> = { new: "yes", changed: "asked", same: "over", wrong: "gap" };

/** A cell of the sheet, as it stands there. What is wrong with it, or will change, is said and not only coloured. */
function Cell({ row, column, label }: { row: Row; column: Column; label: string }) {
  const wrong = row.problems.some((problem) => problem.column === column.index);
  const changes = row.state === "changed" && column.field !== null && row.changes.includes(column.field);
  const text = row.cells[column.index] ?? "";
  return (
    <td data-label={label} data-empty={text === "" || undefined} data-wrong={wrong || undefined}>
      {wrong && (
        <span className="visually-hidden">
          <Trans>Wrong:</Trans>{" "}
        </span>
      )}
      {changes && (
        <span className="visually-hidden">
          <Trans>Changes:</Trans>{" "}
        </span>
      )}
      <span dir="auto" className={changes ? "changes" : undefined}>
        {text || (wrong ? "–" : "")}
      </span>
    </td>
  );
}

function useLabels(found: Import) {
  const { i18n } = useLingui();
  return found.columns
    .filter(({ field }) => field !== null)
    .map((column) => {
      const words = fieldWords(found.kind, column.field ?? "");
      return { column, label: words ? i18n._(words) : (column.field ?? "") };
    });
}

function Line({ row, labels }: { row: Row; labels: ReturnType<typeof useLabels> }) {
  const { i18n } = useLingui();
  return (
    <tr data-state={row.state}>
      <th scope="row">
        <span className="row-word">
          <Trans>Row</Trans>{" "}
        </span>
        {i18n.number(row.number, { useGrouping: false })}
      </th>
      <td>
        <StatusNote kind={SHAPES[row.state]}>{i18n._(ROW_STATES[row.state])}</StatusNote>
        {row.problems.length > 0 && (
          <ul className="mistakes small">
            {row.problems.map(({ column, code, message }) => {
              const label = labels.find((one) => one.column.index === column)?.label;
              return (
                <li key={`${String(column)} ${code}`}>
                  {label && (
                    <>
                      <strong>{label}:</strong>{" "}
                    </>
                  )}
                  {message}
                </li>
              );
            })}
          </ul>
        )}
      </td>
      {labels.map(({ column, label }) => (
        <Cell key={column.index} row={row} column={column} label={label} />
      ))}
    </tr>
  );
}

/** The rows as the sheet has them, with its own numbers; on a phone each is a card. */
export function RowTable({ found, rows }: { found: Import; rows: Row[] }) {
  const labels = useLabels(found);
  const { t } = useLingui();
  return (
    // It may be wider than the page: whoever works by keyboard scrolls it from here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="sheet-rows" tabIndex={0} role="region" aria-label={t`Rows of the sheet`}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Row</Trans>
            </th>
            <th scope="col">
              <Trans>What happens</Trans>
            </th>
            {labels.map(({ column, label }) => (
              <th key={column.index} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.number} row={row} labels={labels} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
