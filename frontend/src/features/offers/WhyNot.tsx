import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { EmptyState, Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { FirstFacts, Spoken, When } from "./OfferFacts";
import { type NotForMe, useNotForMe } from "./queries";
import "./offers.css";

function Place({ place }: { place: NotForMe }) {
  return (
    <article className="card">
      <When offer={place} />
      <p>
        <Spoken offer={place} />
        {place.session.mode !== "remote" && (
          <>
            {" · "}
            <UserText>{place.session.area}</UserText>
          </>
        )}
      </p>
      <FirstFacts offer={place} />
      <ul className="offer-reasons">
        {place.reasons.map((reason) => (
          <li key={reason.code}>{reason.message}</li>
        ))}
      </ul>
    </article>
  );
}

/** Open places one was not asked for, each with the reasons. */
export function WhyNot() {
  const places = useNotForMe();
  return (
    <>
      <h1>
        <Trans>Why am I not asked?</Trans>
      </h1>
      <p className="soft">
        <Trans>Places in your languages that are still open, and why we have not asked you.</Trans>
      </p>
      <Fetched aged query={places}>
        {(found) =>
          found.length ? (
            <div className="stack">
              {found.map((place) => (
                <Place key={place.id} place={place} />
              ))}
            </div>
          ) : (
            <EmptyState title={<Trans>No other place is open in your languages</Trans>}>
              <p>
                <Trans>When one opens that is not for you, it stands here with the reason.</Trans>
              </p>
              <Link className="tall-link" to="/interpreter/free">
                <Trans>Say which days you are free</Trans>
              </Link>
            </EmptyState>
          )
        }
      </Fetched>
    </>
  );
}
