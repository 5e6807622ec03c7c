import { Button } from "@mantine/core";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { dayWords, momentWords } from "../../lib/time/words";
import { Hours } from "../../ui/Hours";
import { EmptyState, Fetched } from "../../ui/states";
import { StatusNote, type StatusKind } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { LANGUAGES, VARIETIES } from "../../ui/words";
import { type InboxLine, useInbox } from "./inboxQueries";
import { TimeLeft } from "./TimeLeft";
import "./board.css";
import "./inbox.css";

const KINDS: Record<InboxLine["kind"], { shape: StatusKind; words: MessageDescriptor }> = {
  request: { shape: "asked", words: msg`Request` },
  change: { shape: "asked", words: msg`Proposed change` },
  empty_place: { shape: "gap", words: msg`Nobody yet` },
  first_refusal: { shape: "yes", words: msg`First refusal` },
  hard_rule: { shape: "gap", words: msg`Needs a decision` },
};

function Deadline({ line, now }: { line: InboxLine; now: number }) {
  const { i18n } = useLingui();
  const when = momentWords(line.by, i18n.locale, line.time_zone);
  const answer = line.kind === "request" || line.kind === "change";
  if (line.overdue)
    return (
      <p className="late">
        <Trans>Late: it was needed by {when}</Trans>
      </p>
    );
  return (
    <p className="soft">
      {answer && <Trans>Answer by {when}</Trans>}
      {line.kind === "first_refusal" && <Trans>Kept until {when}</Trans>}
      {(answer || line.kind === "first_refusal") && " · "}
      <strong>
        <TimeLeft by={line.by} now={now} />
      </strong>
    </p>
  );
}

/** Where the one thing to do is done, and what it is called. */
function useNext(line: InboxLine): { to: string; words: string } {
  const { t } = useLingui();
  const board = line.visit ? `/team/visits/${line.visit.id}` : "/team/requests";
  if (line.kind === "request") return { to: "/team/requests", words: t`Answer the request` };
  if (line.kind === "change") return { to: board, words: t`Answer the change` };
  if (line.kind === "first_refusal") return { to: "/team/waiting", words: t`Record an answer` };
  if (line.kind === "hard_rule") return { to: board, words: t`Decide on the board` };
  if (line.unanswered > 0) return { to: "/team/waiting", words: t`See who hasn’t answered` };
  return { to: board, words: t`Ask somebody` };
}

function About({ line }: { line: InboxLine }) {
  const { i18n } = useLingui();
  const language =
    line.language &&
    i18n._(LANGUAGES[line.language]) + (line.variety ? ` (${i18n._(VARIETIES[line.variety])})` : "");
  return (
    <>
      <p>
        {language && `${language} · `}
        {dayWords(line.starts_at, i18n.locale, line.time_zone)} ·{" "}
        <Hours start={line.starts_at} end={line.ends_at} zone={line.time_zone} />
        {line.who && (
          <>
            {" · "}
            <UserText>{line.who.name}</UserText>
          </>
        )}
      </p>
      {line.reasons.map((reason) => (
        <p key={reason} className="warning">
          {reason}
        </p>
      ))}
      {line.kind === "empty_place" && (
        <p className="soft">
          {line.unanswered > 0 ? (
            <Plural
              value={line.unanswered}
              one="# person asked has not answered"
              other="# people asked have not answered"
            />
          ) : (
            <Trans>Nobody is being asked</Trans>
          )}
        </p>
      )}
    </>
  );
}

function Line({ line, now }: { line: InboxLine; now: number }) {
  const { i18n } = useLingui();
  const next = useNext(line);
  return (
    <li className="card inbox-line" data-late={line.overdue || undefined}>
      <div className="inbox-kind">
        <StatusNote kind={KINDS[line.kind].shape}>{i18n._(KINDS[line.kind].words)}</StatusNote>
      </div>
      <div>
        <h2>
          <UserText>{line.group_name}</UserText>{" "}
          <span className="soft">
            <UserText>{line.agency_name}</UserText>
          </span>
        </h2>
        <About line={line} />
        <Deadline line={line} now={now} />
      </div>
      <Button component={Link} to={next.to} variant="default" size="md" mih={48}>
        {next.words}
      </Button>
    </li>
  );
}

/** Everything that needs an answer of the team, soonest first; each with the one thing to do. */
export function InboxPage() {
  const inbox = useInbox();
  return (
    <>
      <h1>
        <Trans>Inbox</Trans>
      </h1>
      <Fetched aged query={inbox}>
        {(found) =>
          found.length ? (
            <ul className="stack-tight">
              {found.map((line) => (
                <Line key={`${line.kind} ${line.id}`} line={line} now={inbox.dataUpdatedAt} />
              ))}
            </ul>
          ) : (
            <EmptyState title={<Trans>Nothing needs an answer</Trans>}>
              <p>
                <Trans>
                  Requests and changes of partners, places that nobody has yet, and decisions of the
                  safeguarding lead appear here by themselves.
                </Trans>
              </p>
            </EmptyState>
          )
        }
      </Fetched>
    </>
  );
}
