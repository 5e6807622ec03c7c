import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { momentWords } from "../../lib/time/words";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { SESSION_STATES } from "../../ui/words";
import type { Session } from "./queries";
import { Names } from "../../ui/Names";

const KINDS: Record<Session["state"], StatusKind> = {
  draft: "asked",
  requested: "asked",
  scheduled: "yes",
  confirmed: "confirmed",
  declined: "over",
  withdrawn: "over",
  cancelled: "over",
  held: "over",
};

export function SessionStatus({ session }: { session: Session }) {
  const { i18n } = useLingui();
  if (session.cover.needs_cover)
    return (
      <StatusNote kind="gap">
        <Trans>Confirmed, finding cover</Trans>
      </StatusNote>
    );
  return <StatusNote kind={KINDS[session.state]}>{i18n._(SESSION_STATES[session.state])}</StatusNote>;
}

/** Who interprets, once that is certain; before that, how many said yes. */
export function CoverWords({ session }: { session: Session }) {
  const { shifts, filled } = session.cover;
  if (session.coming.length > 0)
    return <Names of={session.coming.map(({ first_name }) => first_name)} between=" · " />;
  if (!["scheduled", "confirmed"].includes(session.state) || shifts === 0) return null;
  return (
    <span>
      <Plural
        value={shifts}
        one={`${filled} of # interpreter said yes`}
        other={`${filled} of # interpreters said yes`}
      />
    </span>
  );
}

function nextOf(session: Session, by: string | null): ReactNode {
  const { state, cover, proposed_change } = session;
  if (proposed_change) return <Trans>You proposed a change. The team has not answered yet.</Trans>;
  if (state === "draft") return <Trans>Not sent yet</Trans>;
  if (!["requested", "scheduled"].includes(state) && !cover.needs_cover) return null;
  if (!by) return <Trans>We tell you as soon as we know.</Trans>;
  return state === "requested" ? <Trans>We answer by {by}.</Trans> : <Trans>You will know by {by}.</Trans>;
}

/** What comes next, and by when it is known. */
export function NextWords({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const by = session.know_by && momentWords(session.know_by, i18n.locale, session.site.time_zone);
  const words = nextOf(session, by);
  return words ? <span>{words}</span> : null;
}
