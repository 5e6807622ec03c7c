import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { useParameters } from "../../lib/useParameters";
import { dateWords } from "../../lib/time/words";
import { More } from "../../ui/More";
import { EmptyState, Fetched, Loading, Unread } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { lastRequests, nextDay } from "./ask/repeat";
import { type Wanted, useCalledOff, useComingVisits, useGroups, useLately, useSessions } from "./queries";
import { SessionList } from "./SessionList";
import { Unfinished } from "./Unfinished";
import "./requests.css";

const AT_MOST = 3;

/** The last request of each group again: one tap fills in everything, one more sends it. */
function Repeat() {
  const { i18n } = useLingui();
  const lately = useLately();
  const visits = useComingVisits();
  const groups = useGroups();
  if (!lately.data || !visits.data || !groups.data)
    return <Unread of={[lately, visits, groups].find(({ data }) => data === undefined) ?? lately} />;
  const days = visits.data.map(({ day }) => day);
  const last = lastRequests(lately.data, groups.data).slice(0, AT_MOST);
  if (last.length === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby="repeat">
      <h2 id="repeat">
        <Trans>Repeat a request</Trans>
      </h2>
      <ul className="repeats">
        {last.map((session) => {
          const day = dateWords(nextDay(days, session.group.id, lately.data), i18n.locale);
          return (
            <li key={session.id}>
              <Link className="repeat" to={`/partner/ask?repeat=${session.id}`}>
                <strong>
                  <UserText>{session.group.name}</UserText>
                </strong>
                <span>
                  <Trans>As last time, on {day}</Trans>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Empty({ when }: { when: Wanted }) {
  if (when === "past")
    return (
      <EmptyState title={<Trans>Nothing is past yet</Trans>}>
        <p>
          <Trans>Sessions that are over are found here.</Trans>
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title={<Trans>No session to come</Trans>}>
      <p>
        <Trans>Ask for one; it takes two minutes.</Trans>
      </p>
    </EmptyState>
  );
}

/** The team called it off, or could not take it: whoever asked for it must not find out on the day. */
function CalledOff() {
  const off = useCalledOff();
  if (!off.data?.length) return <Unread of={off} />;
  return (
    <section className="stack-tight" aria-labelledby="called-off">
      <h2 id="called-off">
        <Trans>Does not take place</Trans>
      </h2>
      <SessionList sessions={off.data} />
    </section>
  );
}

function Sessions({ when, sessions }: { when: Wanted; sessions: ReturnType<typeof useSessions> }) {
  const { t } = useLingui();
  return (
    <>
      {when === "coming" && <Repeat />}
      <div>
        <Button component={Link} to="/partner/ask" size="md" mih={48}>
          <Trans>Ask for a session</Trans>
        </Button>
      </div>
      {when === "coming" && <Unfinished home="/partner" />}
      {when === "coming" && <CalledOff />}
      <nav className="tabs" aria-label={t`Which sessions`}>
        <Link
          to="/partner"
          aria-current={when === "coming" ? "page" : undefined}
          className="tab"
          data-on={when === "coming"}
        >
          <Trans>To come</Trans>
        </Link>
        <Link
          to="/partner?show=past"
          aria-current={when === "past" ? "page" : undefined}
          className="tab"
          data-on={when === "past"}
        >
          <Trans>Past</Trans>
        </Link>
      </nav>
      <Fetched aged query={sessions}>
        {(found) => (found.length > 0 ? <SessionList sessions={found} /> : <Empty when={when} />)}
      </Fetched>
      <More of={sessions} />
    </>
  );
}

export function PartnerHome() {
  const [asked] = useParameters();
  const when: Wanted = asked.get("show") === "past" ? "past" : "coming";
  const sessions = useSessions(when);
  const lately = useLately();
  const visits = useComingVisits();
  const groups = useGroups();
  const off = useCalledOff();
  // What can be repeated, and what was called off, stand above the rest, which would be pushed away by them.
  const isKnown = when === "past" || ![lately, visits, groups, off].some(({ isLoading }) => isLoading);
  return (
    <>
      <h1>
        <Trans>My sessions</Trans>
      </h1>
      {isKnown ? <Sessions when={when} sessions={sessions} /> : <Loading />}
    </>
  );
}
