import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { Act } from "../../ui/Act";
import { Fetched, Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { Groups } from "./Groups";
import { NotPairedAt } from "./NotPaired";
import { type Agency, partnerActs, useAgency } from "./partnerQueries";
import { useAct } from "../../lib/useAct";
import { SmallForm } from "./SmallForm";
import "./people.css";

function Rename({ agency, close }: { agency: Agency; close: () => void }) {
  const { t } = useLingui();
  const [opened] = useState(agency);
  const edit = useAct(partnerActs.editAgency);
  return (
    <SmallForm
      fields={[{ name: "name", label: t`Name of the partner` }]}
      start={{ name: opened.name }}
      error={edit.error}
      busy={edit.isPending}
      words={<Trans>Save</Trans>}
      close={close}
      theirs={(current) => ({ name: (current as Agency).name })}
      send={({ name = "" }, version = opened.version) =>
        edit.mutate({ id: agency.id, version, name }, { onSuccess: close })
      }
    />
  );
}

function Members({ agency }: { agency: Agency }) {
  const { t } = useLingui();
  const [count, setCount] = useState(0);
  const invite = useAct(partnerActs.invite);
  const remove = useAct(partnerActs.removeMember);
  return (
    <section className="card">
      <h2>
        <Trans>Who asks for them</Trans>
      </h2>
      {agency.members.length === 0 && (
        <p className="soft">
          <Trans>Nobody yet: you ask on their behalf.</Trans>
        </p>
      )}
      <ul>
        {agency.members.map(({ id, user, name, email }) => (
          <li key={id} className="asked row between">
            <span>
              <UserText>{name}</UserText> · <bdi dir="ltr">{email}</bdi>
            </span>
            <Act
              variant="subtle"
              busy={remove.isPending}
              onClick={() => remove.mutate({ id: agency.id, user })}
            >
              <Trans>Remove</Trans> <span className="visually-hidden">{name}</span>
            </Act>
          </li>
        ))}
      </ul>
      <Problem error={remove.error} />
      <SmallForm
        key={count}
        fields={[
          { name: "name", label: t`Name` },
          { name: "email", label: t`E-mail`, type: "email" },
        ]}
        start={{}}
        error={invite.error}
        busy={invite.isPending}
        words={<Trans>Invite them</Trans>}
        send={({ name = "", email = "" }) =>
          invite.mutate({ id: agency.id, name, email }, { onSuccess: () => setCount(count + 1) })
        }
      />
    </section>
  );
}

function One({ agency }: { agency: Agency }) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <div className="row between">
        <h1>
          <UserText>{agency.name}</UserText>
        </h1>
        {!editing && (
          <Act variant="default" onClick={() => setEditing(true)}>
            <Trans>Edit</Trans>
          </Act>
        )}
      </div>
      {editing && <Rename agency={agency} close={() => setEditing(false)} />}
      <Groups agency={agency} />
      <Members agency={agency} />
      <NotPairedAt agency={agency.id} />
    </>
  );
}

/** One partner: its groups, and who asks for it. */
export function PartnerPage() {
  const { agencyId = "" } = useParams();
  const agency = useAgency(agencyId);
  return (
    <>
      <p>
        <Link to="/team/partners" className="back">
          <Trans>All partners</Trans>
        </Link>
      </p>
      <Fetched aged whole query={agency}>
        {(found) => <One agency={found} />}
      </Fetched>
    </>
  );
}
