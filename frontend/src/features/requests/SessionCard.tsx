import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { dayWords, momentWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Hours } from "../../ui/Hours";
import { Problem } from "../../ui/states";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { LANGUAGES, MODES, SESSION_STATES } from "../../ui/words";
import { ProposeForm } from "./ProposeForm";
import { type Session, useWithdraw } from "./queries";

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

/** How far along the interpreters are, in words. */
export function CoverWords({ session }: { session: Session }) {
  const { shifts, filled } = session.cover;
  if (!["scheduled", "confirmed"].includes(session.state) || shifts === 0) return null;
  return (
    <p>
      <Plural
        value={shifts}
        one={`${filled} of # interpreter said yes`}
        other={`${filled} of # interpreters said yes`}
      />
    </p>
  );
}

function Coming({ session }: { session: Session }) {
  const { i18n } = useLingui();
  if (session.coming.length === 0) return null;
  return (
    <div className="note" data-kind="good">
      <strong>
        <Trans>Who is coming</Trans>
      </strong>
      <ul>
        {session.coming.map(({ first_name, language }) => (
          <li key={`${first_name}-${language}`}>
            <UserText>{first_name}</UserText> · {i18n._(LANGUAGES[language])}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Waiting({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const zone = session.site.time_zone;
  if (session.proposed_change) {
    const when = momentWords(session.proposed_change.starts_at, i18n.locale, zone);
    return (
      <p className="note">
        <Trans>You proposed: {when}. The team has not answered yet.</Trans>
      </p>
    );
  }
  if (!session.answer_by) return null;
  const by = momentWords(session.answer_by, i18n.locale, zone);
  return (
    <p className="soft">
      <Trans>We answer by {by}.</Trans>
    </p>
  );
}

function Acts({ session }: { session: Session }) {
  const withdraw = useWithdraw();
  const [open, setOpen] = useState<"change" | "withdraw" | null>(null);
  const may = (action: Session["allowed_actions"][number]) => session.allowed_actions.includes(action);
  if (open === "change") return <ProposeForm session={session} close={() => setOpen(null)} />;
  return (
    <>
      <div className="row">
        {may("propose_change") && (
          <Act variant="default" onClick={() => setOpen("change")}>
            <Trans>Propose a change</Trans>
          </Act>
        )}
        {may("withdraw") && open !== "withdraw" && (
          <Act variant="subtle" onClick={() => setOpen("withdraw")}>
            <Trans>Take it back</Trans>
          </Act>
        )}
      </div>
      {open === "withdraw" && (
        <div className="note stack-tight" data-kind="warning">
          <p>
            <Trans>Everyone who said yes to this session will be told. Take it back?</Trans>
          </p>
          <div className="row">
            <Act color="red" busy={withdraw.isPending} onClick={() => withdraw.mutate(session.id)}>
              <Trans>Yes, take it back</Trans>
            </Act>
            <Act variant="default" onClick={() => setOpen(null)}>
              <Trans>Keep it</Trans>
            </Act>
          </div>
        </div>
      )}
      <Problem error={withdraw.error} />
    </>
  );
}

/** One session as its partner sees it. */
export function SessionCard({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const zone = session.site.time_zone;
  return (
    <article className="card" aria-label={session.group.name}>
      <div className="row between">
        <SessionStatus session={session} />
        <span className="soft">{i18n._(MODES[session.mode])}</span>
      </div>
      <div>
        <h2>
          <UserText>{session.group.name}</UserText>
        </h2>
        <p>
          {dayWords(session.starts_at, i18n.locale, zone)} ·{" "}
          <Hours start={session.starts_at} end={session.ends_at} zone={zone} />
        </p>
      </div>
      <CoverWords session={session} />
      <Coming session={session} />
      <Waiting session={session} />
      {session.reason?.note && (
        <p className="soft">
          <UserText>{session.reason.note}</UserText>
        </p>
      )}
      <Acts session={session} />
    </article>
  );
}
