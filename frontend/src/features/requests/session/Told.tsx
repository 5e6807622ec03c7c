import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Act } from "../../../ui/Act";
import { Fetched, Problem } from "../../../ui/states";
import { Several } from "../fields/common";
import { useChooseTold } from "../mutations";
import { type Member, type Session, useMembers } from "../queries";
import { Names } from "../../../ui/Names";
import { UserText } from "../../../ui/UserText";

function Choose({ session, members, close }: { session: Session; members: Member[]; close: () => void }) {
  const { t } = useLingui();
  const choose = useChooseTold();
  // As it was when they began to choose: what a colleague chose meanwhile is not overwritten unseen.
  const [version] = useState(session.version);
  const [chosen, setChosen] = useState(
    session.told.filter((id) => members.some((member) => member.id === id)),
  );
  return (
    <div className="stack">
      <Several
        id="told"
        legend={t`Who of you hears of it`}
        choices={members.map(({ id, name }) => [id, <UserText key={id}>{name}</UserText>] as const)}
        chosen={chosen}
        change={setChosen}
      />
      <Problem tried="form" error={choose.error} />
      <div className="row">
        <Act
          busy={choose.isPending}
          onClick={() => choose.mutate({ id: session.id, version, members: chosen }, { onSuccess: close })}
        >
          <Trans>Save</Trans>
        </Act>
        <Act variant="default" onClick={close}>
          <Trans>Leave it as it is</Trans>
        </Act>
      </div>
    </div>
  );
}

/** Who of the agency hears of this session. */
export function Told({ session }: { session: Session }) {
  const members = useMembers(session.agency.id);
  return <Fetched query={members}>{(found) => <Heard session={session} members={found} />}</Fetched>;
}

function Heard({ session, members }: { session: Session; members: Member[] }) {
  const [open, setOpen] = useState(false);
  if (open) return <Choose session={session} members={members} close={() => setOpen(false)} />;
  const names = members.filter(({ id }) => session.told.includes(id)).map(({ name }) => name);
  return (
    <div className="row between">
      <p>
        <Trans>Hears of it:</Trans>{" "}
        {names.length > 0 ? <Names of={names} between=" · " /> : <Trans>nobody of you</Trans>}
      </p>
      {session.allowed_actions.includes("choose_told") && members.length > 1 && (
        <Act variant="default" onClick={() => setOpen(true)}>
          <Trans>Choose who hears of it</Trans>
        </Act>
      )}
    </div>
  );
}
