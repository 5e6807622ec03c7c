import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { byField } from "../../api/errors";
import { staleNow } from "../../desk/stale";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { LimitFields, type Limits } from "../../ui/LimitFields";
import { Fetched, Problem } from "../../ui/states";
import { StaleLimits } from "./StaleLimits";
import { toldActs, type ToldLimits, useToldLimits } from "./toldQueries";

/**
 * What is typed stays until it is saved, on the version it was begun on; as long as nothing is, what is recorded elsewhere
 * is followed.
 */
function Record({ id, told }: { id: string; told: ToldLimits }) {
  const [typed, setTyped] = useState<{ limits: Limits; version: number } | null>(null);
  const record = useAct(toldActs.limits);
  const problems = byField(record.error);
  const { limits, version } = typed ?? told;
  const now = staleNow<ToldLimits>(record.error);
  const done = () => setTyped(null);
  const send = (on: number) => record.mutate({ id, version: on, limits }, { onSuccess: done });
  if (now)
    return (
      <section className="stack-tight">
        <h2>
          <Trans>Their limits</Trans>
        </h2>
        <StaleLimits
          now={now}
          mine={limits}
          busy={record.isPending}
          keepTheirs={() => {
            done();
            record.reset();
          }}
          writeMine={() => send(now.version)}
        />
      </section>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(version);
      }}
    >
      <LimitFields
        legend={<Trans>Their limits</Trans>}
        everyones={told}
        limits={limits}
        problems={problems}
        change={(chosen) => setTyped({ limits: chosen, version })}
      >
        <p className="soft">
          <Trans>
            As told by phone. You see here only what you recorded yourself, and what you save takes the place
            of all limits recorded before.
          </Trans>
        </p>
        {!Object.keys(problems).some((field) => field !== "") && (
          <Problem tried="form" error={record.error} />
        )}
        <div className="row">
          <Act type="submit" variant="default" busy={record.isPending}>
            <Trans>Save the limits</Trans>
          </Act>
          <span role="status">{record.isSuccess && typed === null && <Trans>Saved.</Trans>}</span>
        </div>
      </LimitFields>
    </form>
  );
}

/** The limits of somebody without an account. Whoever has one keeps their own, which are nobody else’s to read. */
export function TheirLimits({ id }: { id: string }) {
  const told = useToldLimits(id);
  return <Fetched query={told}>{(found) => <Record id={id} told={found} />}</Fetched>;
}
