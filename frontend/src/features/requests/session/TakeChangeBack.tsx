import { Trans } from "@lingui/react/macro";
import { Act } from "../../../ui/Act";
import { Problem } from "../../../ui/states";
import { useWithdrawChange } from "../mutations";
import type { Session } from "../queries";

/** What was proposed is taken back, where it has no answer yet: meanwhile the team, or a colleague, may have been quicker. */
export function TakeChangeBack({ session, close }: { session: Session; close: () => void }) {
  const withdraw = useWithdrawChange();
  const waits = session.allowed_actions.includes("withdraw_change");
  const { id, version } = session;
  return (
    <div className="note stack-tight" data-kind="warning">
      {waits && (
        <p>
          <Trans>What was agreed stands, and the team has nothing to answer. Take the change back?</Trans>
        </p>
      )}
      {!waits && !withdraw.error && (
        <p role="status">
          <Trans>The change was answered or taken back in the meantime.</Trans>
        </p>
      )}
      <Problem error={withdraw.error} />
      <div className="row">
        {waits && (
          <Act
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate({ id, version }, { onSuccess: close })}
          >
            <Trans>Yes, take the change back</Trans>
          </Act>
        )}
        <Act variant="default" onClick={close}>
          {waits ? <Trans>Keep it</Trans> : <Trans>Close</Trans>}
        </Act>
      </div>
    </div>
  );
}
