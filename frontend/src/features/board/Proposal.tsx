import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Changes } from "../../desk/Changes";
import { isAsAgreed, type Proposed } from "../../desk/proposed";
import { staleNow } from "../../desk/stale";
import { StaleChoice } from "../../desk/StaleChoice";
import { wallOf } from "../../lib/time/wall";
import { dayWords, hours } from "../../lib/time/words";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { acts } from "./acts";
import type { Session } from "./queries";

type Answer = "accept" | "refuse";

interface NewerProps {
  now: Session;
  seen: Session;
  said: Answer;
  busy: boolean;
  look: () => void;
  answer: (session: Session) => void;
}

/** It was answered while the partner proposed something else, or a colleague changed the session: both side by side. */
function Newer({ now, seen, said, busy, look, answer }: NewerProps) {
  const { t, i18n } = useLingui();
  const words = (session: Session): [string, string][] => {
    const zone = session.site.time_zone;
    const when = ({ starts_at, ends_at, people_expected }: Proposed) =>
      [
        dayWords(starts_at, i18n.locale, zone),
        hours(starts_at, ends_at, i18n.locale, zone),
        t`${people_expected} people`,
      ].join(" · ");
    const proposed = session.proposed_change;
    return [
      [t`As agreed`, when(session)],
      [t`As proposed`, proposed ? when(proposed) : "–"],
      [t`Why`, proposed?.note || "–"],
    ];
  };
  const before = words(seen);
  const lines = words(now).map(([label, stands], at) => ({
    label,
    now: <UserText>{stands}</UserText>,
    mine: <UserText>{before[at]?.[1] ?? ""}</UserText>,
  }));
  return (
    <StaleChoice
      lines={lines}
      busy={busy}
      keepTheirs={look}
      writeMine={() => answer(now)}
      write={
        said === "accept" ? (
          <Trans>Accept what is proposed now</Trans>
        ) : (
          <Trans>Leave it as agreed all the same</Trans>
        )
      }
    />
  );
}

/** A partner's proposal beside what was agreed, and the team's two answers. */
export function Proposal({ session, move }: { session: Session; move?: () => void }) {
  const { t } = useLingui();
  const [answered, setAnswered] = useState<{ seen: Session; said: Answer } | null>(null);
  const accept = useAct(acts.acceptChange);
  const refuse = useAct(acts.refuseChange);
  const given = answered?.said === "refuse" ? refuse : accept;
  const send = (said: Answer, seen: Session) => {
    setAnswered({ seen, said });
    (said === "accept" ? accept : refuse).mutate({ id: seen.id, version: seen.version });
  };
  const proposed = session.proposed_change;
  const now = staleNow<Session>(given.error);
  if (answered && now?.proposed_change)
    return (
      <Newer
        now={now}
        {...answered}
        busy={given.isPending}
        look={() => given.reset()}
        answer={(found) => send(answered.said, found)}
      />
    );
  // Taken back while it was answered: who answered reads so.
  if (!proposed) return <Problem error={given.error} />;
  // What is on a day stays on it until it is moved to another; a request has none yet.
  const elsewhen =
    session.visit !== null && wallOf(proposed.starts_at, session.site.time_zone).day !== session.day;
  return (
    <section className="note stack-tight" data-kind="warning" aria-label={t`Change proposed`}>
      <p>
        <strong>
          <Trans>The partner proposes a change.</Trans>
        </strong>
      </p>
      {isAsAgreed(session, proposed) ? (
        <p>
          <Trans>It is as proposed already. Accept it, and the partner reads so.</Trans>
        </p>
      ) : (
        <Changes session={session} proposed={proposed} />
      )}
      {elsewhen && (
        <p>
          <Trans>That is another day. Move it there first, then accept the change.</Trans>
        </p>
      )}
      <div className="row">
        {elsewhen ? (
          move && (
            <Act onClick={move}>
              <Trans>Move it there first</Trans>
            </Act>
          )
        ) : (
          <Act busy={accept.isPending} onClick={() => send("accept", session)}>
            <Trans>Accept the change</Trans>
          </Act>
        )}
        <Act variant="default" busy={refuse.isPending} onClick={() => send("refuse", session)}>
          <Trans>Leave it as it was</Trans>
        </Act>
      </div>
      <Problem error={given.error} />
    </section>
  );
}
