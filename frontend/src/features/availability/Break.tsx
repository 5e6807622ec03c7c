import { Trans, useLingui } from "@lingui/react/macro";
import { dateWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { BreakForm } from "../../ui/BreakForm";
import { Problem } from "../../ui/states";
import { useUnsent } from "../../lib/offline/useWaiting";
import { UnsentNote } from "../../ui/UnsentNote";
import { Noted } from "./Noted";
import { ABOUT, useBreak } from "./queries";

/** While it lasts, and the way out of it. */
export function OnBreak({ until, notedAt }: { until: string; notedAt: string | null }) {
  const { i18n } = useLingui();
  const take = useBreak();
  const day = dateWords(until, i18n.locale);
  return (
    <div className="note stack-tight">
      <p>
        <Trans>You are taking a break until {day}. We do not ask you for these days.</Trans>{" "}
        <Noted at={notedAt} />
      </p>
      <Problem error={take.error} />
      {useUnsent(ABOUT.onBreak) ? (
        <p>
          <Trans>End the break</Trans>: <UnsentNote />
        </p>
      ) : (
        <div>
          <Act variant="default" busy={take.isPending} onClick={() => take.mutate(null)}>
            <Trans>End the break</Trans>
          </Act>
        </div>
      )}
    </div>
  );
}

/** Not asked for any day up to one, that day included. */
export function TakeBreak() {
  const { t, i18n } = useLingui();
  const take = useBreak();
  const unsent = useUnsent(ABOUT.onBreak);
  if (unsent) {
    const day = dateWords((unsent.body as { until: string }).until, i18n.locale);
    return (
      <div className="card">
        <p>
          <Trans>Do not ask me up to and including</Trans> {day}
        </p>
        <UnsentNote />
      </div>
    );
  }
  return (
    <BreakForm
      className="card"
      heading={
        <h2>
          <Trans>Need a break?</Trans>
        </h2>
      }
      label={t`Do not ask me up to and including`}
      words={<Trans>Take a break</Trans>}
      error={take.error}
      busy={take.isPending}
      take={(until) => take.mutate(until)}
    />
  );
}
