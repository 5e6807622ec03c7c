import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { dayWords } from "../../lib/time/words";
import { Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { type Session, useDrafts } from "./queries";
import { Unfinished } from "./Unfinished";

function Draft({ session: { id, group, agency, starts_at, site } }: { session: Session }) {
  const { i18n } = useLingui();
  return (
    <li>
      <Link to={`/team/ask/${id}`}>
        <UserText>{group.name}</UserText>
      </Link>{" "}
      <span className="soft">
        <UserText>{agency.name}</UserText> · {dayWords(starts_at, i18n.locale, site.time_zone)}
      </span>
    </li>
  );
}

/** What somebody of the team began on a partner's behalf and has not sent: in the account, or on this device only. */
export function OwnDrafts() {
  const drafts = useDrafts();
  return (
    <>
      <Unfinished home="/team" />
      <Fetched query={drafts}>
        {(found) =>
          found.length > 0 && (
            <section className="note stack-tight" aria-labelledby="own-drafts">
              <h2 id="own-drafts">
                <Trans>Not sent yet</Trans>
              </h2>
              <ul>
                {found.map((session) => (
                  <Draft key={session.id} session={session} />
                ))}
              </ul>
            </section>
          )
        }
      </Fetched>
    </>
  );
}
