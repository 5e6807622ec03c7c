import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { Held } from "./Held";
import { Pairings } from "./Pairings";
import { useProfile } from "./queries";
import { WishesForm } from "./WishesForm";
import "./profile.css";

/** What is held about one, and what one says about one’s own work. */
export function AboutMe() {
  const profile = useProfile();
  return (
    <>
      <h1>
        <Trans>About me</Trans>
      </h1>
      <Fetched aged query={profile}>
        {(found) => (
          <>
            <p>
              <UserText>{found.name}</UserText>
            </p>
            <Held profile={found} />
            <WishesForm profile={found} />
            <Pairings />
            <p>
              <Link to="/interpreter/devices">
                <Trans>My devices</Trans>
              </Link>
            </p>
          </>
        )}
      </Fetched>
    </>
  );
}
