import { Trans } from "@lingui/react/macro";
import { useAct } from "../../lib/useAct";
import { Problem, Unread } from "../../ui/states";
import { Sure } from "../../ui/Sure";
import { UserText } from "../../ui/UserText";
import { acts } from "./acts";
import { Reasons } from "./Reasons";
import { type Shift, useCandidates } from "./queries";

/** Give the place to the first who fits: one question, with the focus on its answer. */
export function GiveFirst({ shift, stop }: { shift: Shift; stop: () => void }) {
  const candidates = useCandidates(shift.id);
  const assign = useAct(acts.assign);
  // Somebody was quicker: the question is settled, and why the answer was refused stays to be read.
  if (shift.state !== "open") return <Problem error={assign.error} />;
  if (!candidates.data) return <Unread of={candidates} />;
  const first = candidates.data.find(
    ({ fits, offer_state }) => fits && offer_state !== "accepted" && offer_state !== "declined",
  );
  if (!first)
    return (
      <p className="note" data-kind="warning" role="alert">
        <Trans>Nobody fits this place without a doubt. Choose below.</Trans>
      </p>
    );
  const give = () => assign.mutate({ id: shift.id, interpreter: first.interpreter.id }, { onSuccess: stop });
  return (
    <Sure yes={<Trans>Give the place</Trans>} busy={assign.isPending} onYes={give} onNo={stop}>
      <p>
        <Trans>
          <UserText>{first.interpreter.name}</UserText> said yes by phone, and has this place?
        </Trans>
      </p>
      <Reasons candidate={first} />
      <Problem error={assign.error} />
    </Sure>
  );
}
