import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { Sure } from "../../ui/Sure";
import { acts, type Import } from "./queries";

/** A sheet that was read and is not to be imported after all: it goes, with what it says of people. */
export function Discard({ found }: { found: Import }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const discard = useAct(acts.discard);
  if (!asking)
    return (
      <div>
        <Act variant="subtle" onClick={() => setAsking(true)}>
          <Trans>Do not import this sheet</Trans>
        </Act>
      </div>
    );
  return (
    <Sure
      yes={<Trans>Throw it away here</Trans>}
      busy={discard.isPending}
      onYes={() => discard.mutate(found.id, { onSuccess: () => void navigate("/team/imports") })}
      onNo={() => setAsking(false)}
    >
      <p>
        <Trans>Nothing of it was imported. Your own file stays where it is.</Trans>
      </p>
      <Problem error={discard.error} />
    </Sure>
  );
}
