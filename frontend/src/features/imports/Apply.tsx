import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isStale } from "../../desk/stale";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { Counted } from "./counting";
import { acts, type Import } from "./queries";

/** One line of `Counts`; what none is, is not said. */
function Count({ of, children }: { of: number; children: ReactNode }) {
  return of > 0 ? <li>{children}</li> : null;
}

/** How many of the sheet's rows are what. */
function Counts({ counts }: { counts: Import["counts"] }) {
  return (
    <ul className="row">
      <Count of={counts.new}>
        <Plural value={counts.new} one="# is new" other="# are new" />
      </Count>
      <Count of={counts.changed}>
        <Plural value={counts.changed} one="# changes" other="# change" />
      </Count>
      <Count of={counts.same}>
        <Plural value={counts.same} one="# is here already" other="# are here already" />
      </Count>
      <Count of={counts.wrong}>
        <Plural value={counts.wrong} one="# has mistakes" other="# have mistakes" />
      </Count>
    </ul>
  );
}

/** What the one act would do, in the words of its button; and why not, where there is nothing to do. */
export function Apply({ found }: { found: Import }) {
  const apply = useAct(acts.apply);
  const { counts, kind } = found;
  const able = counts.new + counts.changed;
  const stale = isStale(apply.error);
  const error = stale ? null : apply.error;
  if (able === 0)
    return (
      <p className="note" data-kind={counts.wrong ? "warning" : "good"} role="status">
        {counts.wrong ? (
          <Trans>Nothing can be imported yet. Mend the mistakes in your sheet and read it again.</Trans>
        ) : (
          <Trans>
            Everything in this sheet is here already, as it stands there. There is nothing to import.
          </Trans>
        )}
      </p>
    );
  const bring = <Counted kind={kind} count={able} />;
  return (
    <section className="card">
      <Counts counts={counts} />
      {counts.wrong > 0 && (
        <p className="soft">
          <Trans>
            What is left out can be mended in your sheet and read again later: what is here by then stays as
            it is.
          </Trans>
        </p>
      )}
      {stale && (
        <p className="note" data-kind="warning" role="alert">
          <Trans>Somebody changed this import while you were looking at it. Below is how it is now.</Trans>
        </p>
      )}
      <Problem error={error} />
      <div>
        <Act
          busy={apply.isPending}
          onClick={() => apply.mutate({ id: found.id, version: found.version, skip_wrong: counts.wrong > 0 })}
        >
          {apply.isPending ? (
            <Trans>Importing…</Trans>
          ) : counts.wrong > 0 ? (
            <Trans>
              Import {bring}, leave out{" "}
              <Plural value={counts.wrong} one="the one with mistakes" other="the # with mistakes" />
            </Trans>
          ) : (
            <Trans>Import {bring}</Trans>
          )}
        </Act>
      </div>
    </section>
  );
}
