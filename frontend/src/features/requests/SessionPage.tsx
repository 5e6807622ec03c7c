import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "react-router";
import { ReasonWords } from "../../ui/ReasonWords";
import { EmptyState, Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { LANGUAGES } from "../../ui/words";
import { Changes } from "../../desk/Changes";
import { callTo } from "../../lib/phone";
import { Details } from "./details/Details";
import { type Session, useSession } from "./queries";
import { Acts } from "./session/Acts";
import { Head } from "./session/Head";
import { History } from "./session/History";
import { Share } from "./session/Share";
import { Told } from "./session/Told";
import { CoverWords, NextWords } from "./SessionStatus";
import "./requests.css";

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
      <Details session={session} title={<Trans>What you asked for</Trans>}>
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
      </Details>
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

/** One session as its partner sees it: how it stands, who is coming, what was asked for, what happened. */
export function SessionPage() {
  const { sessionId } = useParams();
  const session = useSession(sessionId);
  return (
    <div className="narrow stack">
      <Fetched aged whole query={session} gone={<Gone />}>
        {(found) => <Page session={found} />}
      </Fetched>
    </div>
  );
}
