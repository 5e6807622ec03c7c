import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { ApiError } from "../../api/errors";
import { momentWords, ownZone } from "../../lib/time/words";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { Sure } from "../../ui/Sure";
import { Counted } from "./counting";
import { acts, type Import, type Kind } from "./queries";

const MADE: Record<Kind, { to: string; words: ReactNode }> = {
  interpreters: { to: "/team/people", words: <Trans>See the interpreters</Trans> },
  partners: { to: "/team/partners", words: <Trans>See the partners</Trans> },
  fridays: { to: "/team", words: <Trans>See the Fridays</Trans> },
};

/** Why it cannot be taken back: every row that was used since, each on a line of its own. */
function Refused({ error }: { error: unknown }) {
  if (!(error instanceof ApiError) || error.problems.length < 2) return <Problem error={error} />;
  return (
    <ul className="note" data-kind="problem" role="alert">
      {error.problems.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

function TakeBack({ found }: { found: Import }) {
  const [asking, setAsking] = useState(false);
  const undo = useAct(acts.undo);
  if (!asking)
    return (
      <div>
        <Act variant="default" onClick={() => setAsking(true)}>
          <Trans>Take this import back</Trans>
        </Act>
      </div>
    );
  return (
    <Sure
      yes={<Trans>Yes, take all of it back</Trans>}
      busy={undo.isPending}
      onYes={() => undo.mutate(found.id)}
      onNo={() => setAsking(false)}
    >
      <p>
        <Trans>
          What it added is removed, and what it changed is as it was before. Where something of it was used
          since, nothing is taken back and you read what.
        </Trans>
      </p>
      <Refused error={undo.error} />
    </Sure>
  );
}

/** What the import made, where that is, and the way back. */
export function Done({ found }: { found: Import }) {
  const { i18n } = useLingui();
  const { counts, kind, status } = found;
  const words = <Counted kind={kind} count={counts.new + counts.changed} />;
  const at = found.undone_at ?? found.applied_at;
  const when = at && momentWords(at, i18n.locale, ownZone());
  const left = counts.wrong;
  if (status === "undone")
    return (
      <section className="card">
        <p className="note">
          <Trans>This import was taken back on {when}. Everything is as it was before.</Trans>
        </p>
        <p>
          <Link to={`/team/imports?kind=${kind}`} className="tall-link">
            <Trans>Read another file</Trans>
          </Link>
        </p>
      </section>
    );
  return (
    <section className="card">
      <p className="note" data-kind="good" role="status">
        <Trans>Imported: {words}.</Trans>
      </p>
      <p className="soft">
        {when}
        {counts.new > 0 && (
          <>
            {" · "}
            <Plural value={counts.new} one="# new" other="# new" />
          </>
        )}
        {counts.changed > 0 && (
          <>
            {" · "}
            <Plural value={counts.changed} one="# changed" other="# changed" />
          </>
        )}
        {left > 0 && (
          <>
            {" · "}
            <Plural value={left} one="# row left out" other="# rows left out" />
          </>
        )}
      </p>
      <p>
        <Link to={MADE[kind].to} className="tall-link">
          {MADE[kind].words}
        </Link>
      </p>
      {found.allowed_actions.includes("undo") && <TakeBack found={found} />}
      {found.forgotten_at && (
        <p className="soft">
          <Trans>The sheet is no longer kept here, so it cannot be taken back any more.</Trans>
        </p>
      )}
    </section>
  );
}
