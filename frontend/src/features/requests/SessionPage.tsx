import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "react-router";
import { ApiError } from "../../api/errors";
import { dayWords } from "../../lib/time/words";
import { Hours } from "../../ui/Hours";
import { ReasonWords } from "../../ui/ReasonWords";
import { EmptyState, Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { LANGUAGES, MODES } from "../../ui/words";
import { Changes } from "../../desk/Changes";
import { callTo } from "../../lib/phone";
import { draftOf } from "./draft/draft";
import { type Session, useSession } from "./queries";
import { Facts, useRows } from "./Rows";
import { Acts } from "./session/Acts";
import { History } from "./session/History";
import { Share } from "./session/Share";
import { Told } from "./session/Told";
import { CoverWords, NextWords, SessionStatus } from "./SessionStatus";
import "./requests.css";

/** What stands in the head of the page, and what has a part of its own. */
const SHOWN_ABOVE = new Set(["group", "when", "mode", "told"]);

function Head({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const { starts_at, ends_at, site, mode } = session;
  const zone = site.time_zone;
  return (
    <>
      <div className="row between">
        <SessionStatus session={session} />
        <span className="soft">{i18n._(MODES[mode])}</span>
      </div>
      <p className="when">
        {dayWords(starts_at, i18n.locale, zone)} · <Hours start={starts_at} end={ends_at} zone={zone} />
      </p>
      <p>
        <UserText>{site.name}</UserText> · <UserText>{site.address}</UserText>
      </p>
    </>
  );
}

function Coming({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const { coming, therapists, duty_phone } = session;
  if (coming.length === 0 && therapists.length === 0) return null;
  return (
    <div className="note stack-tight" data-kind="good">
      <strong>
        <Trans>Who is coming</Trans>
      </strong>
      <ul>
        {coming.map(({ first_name, language }) => (
          <li key={`${first_name}-${language}`}>
            <UserText>{first_name}</UserText> · {i18n._(LANGUAGES[language])}
          </li>
        ))}
        {therapists.map((name) => (
          <li key={name}>
            <UserText>{name}</UserText> · <Trans>therapist</Trans>
          </li>
        ))}
      </ul>
      {duty_phone && (
        <p>
          <Trans>The team’s phone on the day:</Trans>{" "}
          <a href={callTo(duty_phone)} dir="ltr">
            {duty_phone}
          </a>
        </p>
      )}
    </div>
  );
}

function Page({ session }: { session: Session }) {
  const rows = useRows();
  const named = session.named;
  const around = { groups: [], members: [], names: named ? { [named.id]: named.first_name } : {} };
  const facts = rows(draftOf(session), around).filter(({ key }) => !SHOWN_ABOVE.has(key));
  return (
    <>
      <h1>
        <UserText>{session.group.name}</UserText>
      </h1>
      <section className="card card-lead">
        <Head session={session} />
        <p className="lines">
          <CoverWords session={session} />
          <NextWords session={session} />
        </p>
        {session.proposed_change && <Changes session={session} proposed={session.proposed_change} />}
        <Coming session={session} />
        {session.reason && <ReasonWords reason={session.reason} />}
        <Acts session={session} />
      </section>
      {session.state !== "draft" && <Share session={session} />}
      <section className="card">
        <h2>
          <Trans>What you asked for</Trans>
        </h2>
        <Facts rows={facts} />
        <Told session={session} />
        <div>
          <Button
            component={Link}
            to={`/partner/ask?repeat=${session.id}`}
            variant="default"
            size="md"
            mih={48}
          >
            <Trans>Repeat this request</Trans>
          </Button>
        </div>
      </section>
      <History session={session} />
    </>
  );
}

function Gone() {
  return (
    <>
      <h1>
        <Trans>My sessions</Trans>
      </h1>
      <EmptyState title={<Trans>This session is not here</Trans>}>
        <p>
          <Trans>It is another partner’s, or it was a draft that was thrown away.</Trans>
        </p>
        <Link to="/partner">
          <Trans>To my sessions</Trans>
        </Link>
      </EmptyState>
    </>
  );
}

const GONE = new Set([403, 404]);

/** One session as its partner sees it: how it stands, who is coming, what was asked for, what happened. */
export function SessionPage() {
  const { sessionId } = useParams();
  const session = useSession(sessionId);
  const gone = session.error instanceof ApiError && GONE.has(session.error.status);
  return (
    <div className="narrow stack">
      {gone ? (
        <Gone />
      ) : (
        <Fetched aged query={session}>
          {(found) => <Page session={found} />}
        </Fetched>
      )}
    </div>
  );
}
