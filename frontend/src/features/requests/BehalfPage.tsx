import { Trans } from "@lingui/react/macro";
import { Link, useParams } from "react-router";
import { Changes } from "../../desk/Changes";
import { ReasonWords } from "../../ui/ReasonWords";
import { Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { Details } from "./details/Details";
import { type Session, useSession } from "./queries";
import { Acts } from "./session/Acts";
import { Head } from "./session/Head";
import "./requests.css";

function Page({ session }: { session: Session }) {
  const { visit, proposed_change: proposed } = session;
  const board = visit ? `/team/visits/${visit.id}` : "/team/requests";
  return (
    <>
      <p>
        <Link to={board}>{visit ? <Trans>To the board</Trans> : <Trans>To the requests</Trans>}</Link>
      </p>
      <div>
        <p className="soft">
          <UserText>{session.agency.name}</UserText>
        </p>
        <h1>
          <UserText>{session.group.name}</UserText>
        </h1>
      </div>
      <section className="card card-lead">
        <Head session={session} />
        {proposed && (
          <>
            <Changes session={session} proposed={proposed} />
            <p>
              <Link to={board}>
                <Trans>Answer the proposed change</Trans>
              </Link>
            </p>
          </>
        )}
        {session.reason && <ReasonWords reason={session.reason} />}
        <Acts session={session} />
      </section>
      <Details session={session} title={<Trans>What they asked for</Trans>} anyLanguage />
      <p>
        <Link to={`/team/journal?thing=${session.id}`}>
          <Trans>What happened</Trans>
        </Link>
      </p>
    </>
  );
}

/** One session as the team changes it for a partner on the phone. The journal says who did. */
export function BehalfPage() {
  const { sessionId } = useParams();
  const session = useSession(sessionId);
  return (
    <div className="narrow stack">
      <Fetched aged query={session}>
        {(found) => <Page session={found} />}
      </Fetched>
    </div>
  );
}
