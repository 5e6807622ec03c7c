import { Checkbox } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { Schema } from "../../api/client";
import { EmptyState, Fetched, Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { useToldByDefault } from "./mutations";
import { type Member, useAgencies, useMembers } from "./queries";
import "./requests.css";

function Person({ member, agency }: { member: Member; agency: string }) {
  const { t } = useLingui();
  const set = useToldByDefault(agency);
  const name = member.name;
  return (
    <li className="person">
      <span>
        <UserText>{name}</UserText>
        {member.is_me && (
          <span className="soft">
            {" "}
            <Trans>(you)</Trans>
          </span>
        )}
      </span>
      <Checkbox
        size="md"
        checked={set.isPending ? set.variables.told : member.told_by_default}
        aria-label={t`${name} hears of every session`}
        label={t`Hears of every session`}
        onChange={(event) => {
          if (!set.isPending) set.mutate({ member: member.id, told: event.currentTarget.checked });
        }}
      />
      <Problem error={set.error} />
    </li>
  );
}

function People({ agency }: { agency: Schema["AgencyView"] }) {
  const members = useMembers(agency.id);
  return (
    <section className="card" aria-label={agency.name}>
      <h2>
        <UserText>{agency.name}</UserText>
      </h2>
      <Fetched aged query={members}>
        {(found) => (
          <ul className="our-people">
            {found.map((member) => (
              <Person key={member.id} member={member} agency={agency.id} />
            ))}
          </ul>
        )}
      </Fetched>
      <p className="soft">
        <Trans>
          For a single session you can choose otherwise. To add or remove people, write to the team.
        </Trans>
      </p>
    </section>
  );
}

/** Who asks on the agency's behalf, and who of them always hears. */
export function PeoplePage() {
  const agencies = useAgencies();
  return (
    <div className="narrow stack">
      <h1>
        <Trans>Our people</Trans>
      </h1>
      <Fetched query={agencies}>
        {(found) =>
          found.length > 0 ? (
            found.map((agency) => <People key={agency.id} agency={agency} />)
          ) : (
            <EmptyState title={<Trans>You ask for no partner yet</Trans>}>
              <p>
                <Trans>The team adds you to one. Please write to them.</Trans>
              </p>
            </EmptyState>
          )
        }
      </Fetched>
    </div>
  );
}
