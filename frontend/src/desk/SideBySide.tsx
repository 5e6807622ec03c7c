import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import "../ui/table.css";
import "./SideBySide.css";

export interface Line {
  label: string;
  first: ReactNode;
  /** Left out where one thing is said of both. */
  second?: ReactNode;
}

/** Two versions of the same, a line for each thing that is said: a table, and cards where it has no room. */
export function SideBySide({ heads: [first, second], lines }: { heads: [string, string]; lines: Line[] }) {
  return (
    <div className="compare">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <Trans>What</Trans>
            </th>
            <th scope="col">{first}</th>
            <th scope="col">{second}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              {line.second === undefined ? (
                <td colSpan={2}>{line.first}</td>
              ) : (
                <>
                  <td data-head={first}>{line.first}</td>
                  <td data-head={second}>{line.second}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
