import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { useAct } from "../../lib/useAct";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem } from "../../ui/states";
import { LANGUAGES, PAY } from "../../ui/words";
import { acts } from "./acts";
import type { Session } from "./queries";

/** One more interpreter's place in a session. */
export function OpenPlace({ session, close }: { session: Session; close: () => void }) {
  const { t, i18n } = useLingui();
  const open = useAct(acts.openShift);
  const [language, setLanguage] = useState<Schema["Language"]>(session.needs[0]?.language ?? "ar");
  const [pay, setPay] = useState<Schema["Pay"]>("paid");
  const send = () =>
    open.mutate({ id: session.id, language, pay, variety: null, qualities: null }, { onSuccess: close });
  return (
    <div className="stack">
      <div className="row">
        <NativeSelect
          label={t`Language`}
          size="md"
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value as Schema["Language"])}
          data={Object.entries(LANGUAGES).map(([value, words]) => ({ value, label: i18n._(words) }))}
        />
        <NativeSelect
          label={t`Pay`}
          size="md"
          value={pay}
          onChange={(event) => setPay(event.currentTarget.value as Schema["Pay"])}
          data={Object.entries(PAY).map(([value, words]) => ({ value, label: i18n._(words) }))}
        />
      </div>
      <Problem tried="form" error={open.error} />
      <ActOrNot busy={open.isPending} onAct={send} onNot={close}>
        <Trans>Open the place</Trans>
      </ActOrNot>
    </div>
  );
}
