import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { staleNow } from "../../desk/stale";
import { StaleChoice } from "../../desk/StaleChoice";
import { useAct } from "../../lib/useAct";
import { ActOrNot } from "../../ui/ActOrNot";
import { Problem, Unread } from "../../ui/states";
import { MODES } from "../../ui/words";
import { acts } from "./acts";
import { ModeMeaning } from "./ModeMeaning";
import { optionOf } from "./modes";
import { type Session, useModes } from "./queries";

/** One session held another way, and before it is done, what that means for whom. */
export function ModeForm({ session, close }: { session: Session; close: () => void }) {
  const { t, i18n } = useLingui();
  const day = useModes(session.visit?.id ?? "");
  const [mode, setMode] = useState<Schema["Mode"]>(session.mode);
  const change = useAct(acts.changeMode);
  const line = day.data?.sessions.find((one) => one.session === session.id);
  const [opened] = useState(session.version);
  const send = (version: number) => change.mutate({ id: session.id, version, mode }, { onSuccess: close });
  const now = staleNow<Session>(change.error);
  if (now)
    return (
      <StaleChoice
        lines={[{ label: t`How it is held`, now: i18n._(MODES[now.mode]), mine: i18n._(MODES[mode]) }]}
        busy={change.isPending}
        keepTheirs={close}
        writeMine={() => send(now.version)}
      />
    );
  return (
    <div className="stack">
      <NativeSelect
        label={t`How it is held`}
        size="md"
        value={mode}
        onChange={(event) => setMode(event.currentTarget.value as Schema["Mode"])}
        data={Object.entries(MODES).map(([value, words]) => ({ value, label: i18n._(words) }))}
      />
      <Unread of={day} />
      {line && mode !== session.mode && (
        <div className="note">
          <ModeMeaning line={line} option={optionOf(line, mode)} />
        </div>
      )}
      {session.state === "confirmed" && mode !== session.mode && (
        <p className="soft">
          <Trans>It is planned again then, until the rest of the day is confirmed.</Trans>
        </p>
      )}
      <Problem tried="form" error={change.error} />
      <ActOrNot busy={change.isPending || mode === session.mode} onAct={() => send(opened)} onNot={close}>
        <Trans>Change it</Trans>
      </ActOrNot>
    </div>
  );
}
