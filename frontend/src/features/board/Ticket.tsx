import { Trans } from "@lingui/react/macro";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { acts } from "./acts";
import type { Shift } from "./queries";

/** Who pays the way there: bought by the team beforehand, or paid back. Interpreters read it before they answer. */
export function Ticket({ shift }: { shift: Shift }) {
  const record = useAct(acts.ticket);
  const { id, ticket_paid: paid } = shift;
  return (
    <section className="stack-tight">
      <div className="row between">
        <p>
          {paid ? (
            <Trans>The ticket is bought beforehand, by us.</Trans>
          ) : (
            <Trans>The ticket is paid back afterwards.</Trans>
          )}
        </p>
        {shift.allowed_actions.includes("edit") && (
          <Act
            variant="default"
            size="sm"
            busy={record.isPending}
            onClick={() => record.mutate({ id, paid: !paid })}
          >
            {paid ? <Trans>We do not buy it</Trans> : <Trans>We buy the ticket</Trans>}
          </Act>
        )}
      </div>
      <Problem error={record.error} />
    </section>
  );
}
