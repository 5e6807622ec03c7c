import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { Sure } from "../../ui/Sure";
import { UserText } from "../../ui/UserText";
import { acts } from "./acts";
import { EditPlace } from "./EditPlace";
import { OpenPlace } from "./OpenPlace";
import type { Session, Shift } from "./queries";

type Form = "edit" | "release" | "cancel" | "another";

function Release({ shift, close }: { shift: Shift; close: () => void }) {
  const release = useAct(acts.release);
  const name = shift.holder?.name ?? "";
  return (
    <Sure
      yes={<Trans>Free this place</Trans>}
      busy={release.isPending}
      onYes={() => release.mutate(shift.id, { onSuccess: close })}
      onNo={close}
    >
      <p>
        <Trans>
          <UserText>{name}</UserText> is told that they are not needed this time. The first on standby is
          asked.
        </Trans>
      </p>
      <Problem error={release.error} />
    </Sure>
  );
}

function NotNeeded({ shift, close }: { shift: Shift; close: () => void }) {
  const drop = useAct(acts.cancelShift);
  return (
    <Sure
      yes={<Trans>Yes, this place is not needed</Trans>}
      busy={drop.isPending}
      onYes={() => drop.mutate(shift.id)}
      onNo={close}
    >
      <p>
        <Trans>The place goes, and everyone who was asked for it is told.</Trans>
      </p>
      <Problem error={drop.error} />
    </Sure>
  );
}

/** What can be done with the place itself; which of it, the server says. */
export function PlaceActs({ shift, session }: { shift: Shift; session: Session }) {
  const [open, setOpen] = useState<Form | null>(null);
  const close = () => setOpen(null);
  const may = (action: Shift["allowed_actions"][number]) => shift.allowed_actions.includes(action);
  if (open === "edit") return <EditPlace shift={shift} close={close} />;
  if (open === "release") return <Release shift={shift} close={close} />;
  if (open === "cancel") return <NotNeeded shift={shift} close={close} />;
  if (open === "another") return <OpenPlace session={session} close={close} />;
  return (
    <div className="row">
      {may("release") && (
        <Act variant="default" onClick={() => setOpen("release")}>
          <Trans>Free this place</Trans>
        </Act>
      )}
      {may("edit") && (
        <Act variant="default" onClick={() => setOpen("edit")}>
          <Trans>Change the place</Trans>
        </Act>
      )}
      {session.allowed_actions.includes("open_shift") && (
        <Act variant="subtle" onClick={() => setOpen("another")}>
          <Trans>Open another place</Trans>
        </Act>
      )}
      {may("cancel") && (
        <Act variant="subtle" onClick={() => setOpen("cancel")}>
          <Trans>Place not needed</Trans>
        </Act>
      )}
    </div>
  );
}
