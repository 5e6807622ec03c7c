import { Button } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { Act } from "../../ui/Act";
import { CancelDay } from "./CancelDay";
import { EditVisit } from "./EditVisit";
import { MoveDay } from "./MoveDay";
import type { Session, Visit } from "./queries";

type Form = "edit" | "move" | "cancel";

function Way({ to, children, lead }: { to: string; children: ReactNode; lead?: boolean }) {
  return (
    <Button component={Link} to={to} size="md" mih={48} variant={lead ? "filled" : "default"}>
      {children}
    </Button>
  );
}

/** What can be done with the whole day; which of it, the server says. */
export function DayActs({ visit, sessions }: { visit: Visit; sessions: Session[] }) {
  const [open, setOpen] = useState<Form | null>(null);
  const close = () => setOpen(null);
  const may = (action: Visit["allowed_actions"][number]) => visit.allowed_actions.includes(action);
  const at = `/team/visits/${visit.id}`;
  const ahead = sessions.some(({ state }) => state === "scheduled" || state === "confirmed");
  const confirms = may("confirm") || may("confirm_rest");
  if (open === "edit") return <EditVisit visit={visit} close={close} />;
  if (open === "move") return <MoveDay visit={visit} close={close} />;
  if (open === "cancel") return <CancelDay visit={visit} close={close} />;
  return (
    <div className="row day-acts">
      {confirms && sessions.some(({ state }) => state === "scheduled") && (
        <Way to={`${at}/confirm`} lead>
          {visit.state === "planning" ? <Trans>Confirm the day</Trans> : <Trans>Confirm the rest</Trans>}
        </Way>
      )}
      {sessions.some(({ allowed_actions }) => allowed_actions.includes("close")) && (
        <Way to={`${at}/close`}>
          <Trans>Who came</Trans>
        </Way>
      )}
      {may("edit") && (
        <Act variant="default" onClick={() => setOpen("edit")}>
          <Trans>Change the day</Trans>
        </Act>
      )}
      {may("change_mode") && ahead && (
        <Way to={`${at}/modes`}>
          <Trans>Hold it another way</Trans>
        </Way>
      )}
      {may("move") && ahead && (
        <Act variant="subtle" onClick={() => setOpen("move")}>
          <Trans>Move the day</Trans>
        </Act>
      )}
      {may("cancel") && (
        <Act variant="subtle" onClick={() => setOpen("cancel")}>
          <Trans>Cancel the day</Trans>
        </Act>
      )}
    </div>
  );
}
