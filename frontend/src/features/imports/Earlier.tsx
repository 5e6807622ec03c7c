import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { momentWords, ownZone } from "../../lib/time/words";
import { More } from "../../ui/More";
import { EmptyState, Fetched } from "../../ui/states";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { type Import, useImports } from "./queries";
import { KINDS, STATUSES } from "./words";

export const SHAPES: Record<Import["status"], StatusKind> = {
  matching: "asked",
  ready: "asked",
  applied: "confirmed",
  undone: "over",
};

function Earlier({ found }: { found: Import }) {
  const { i18n } = useLingui();
  const who = found.created_by?.name;
  const made = found.counts.new + found.counts.changed;
  return (
    <li className="asked row between">
      <span className="stack-tight">
        <Link to={`/team/imports/${found.id}`} className="tall-link">
          <UserText>{found.file_name}</UserText>
        </Link>
        <span className="soft small">
          {i18n._(KINDS[found.kind])} ·{" "}
          {momentWords(found.applied_at ?? found.created_at, i18n.locale, ownZone())}
          {who && (
            <>
              {" · "}
              <UserText>{who}</UserText>
            </>
          )}
          {found.status === "applied" && (
            <>
              {" · "}
              <Trans>
                {made} of {found.rows} rows
              </Trans>
            </>
          )}
        </span>
      </span>
      <StatusNote kind={SHAPES[found.status]}>{i18n._(STATUSES[found.status])}</StatusNote>
    </li>
  );
}

/** What was brought in before; each can be looked at, and taken back. */
export function EarlierImports() {
  const imports = useImports();
  return (
    <section className="card">
      <h2>
        <Trans>Earlier imports</Trans>
      </h2>
      <Fetched aged query={imports}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.results);
          if (!found.length)
            return (
              <EmptyState title={<Trans>Nothing was imported yet</Trans>}>
                <p>
                  <Trans>What you import stands here, and can be taken back as a whole.</Trans>
                </p>
              </EmptyState>
            );
          return (
            <>
              <ul>
                {found.map((one) => (
                  <Earlier key={one.id} found={one} />
                ))}
              </ul>
              <More of={imports} />
            </>
          );
        }}
      </Fetched>
    </section>
  );
}
