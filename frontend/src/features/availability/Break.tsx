import { TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMissing } from "../../lib/useMissing";
import { byField } from "../../api/errors";
import { today } from "../../lib/time/wall";
import { dateWords, ownZone } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { useBreak } from "./queries";

/** While it lasts, and the way out of it. */
export function OnBreak({ until }: { until: string }) {
  const { i18n } = useLingui();
  const take = useBreak();
  const day = dateWords(until, i18n.locale);
  return (
    <div className="note stack-tight">
      <p>
        <Trans>You are taking a break until {day}. We do not ask you for these days.</Trans>
      </p>
      <Problem error={take.error} />
      <div>
        <Act variant="default" busy={take.isPending} onClick={() => take.mutate(null)}>
          <Trans>End the break</Trans>
        </Act>
      </div>
    </div>
  );
}

/** Not asked for any day up to one, that day included. */
export function TakeBreak() {
  const { t } = useLingui();
  const take = useBreak();
  const [day, setDay] = useState("");
  const { missing, isThere } = useMissing(day);
  const refused = byField(take.error);
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (isThere()) take.mutate(day);
      }}
    >
      <h2>
        <Trans>Need a break?</Trans>
      </h2>
      <TextInput
        type="date"
        size="md"
        label={t`Do not ask me up to and including`}
        value={day}
        min={today(ownZone())}
        onChange={(event) => setDay(event.currentTarget.value)}
        error={missing ? t`Choose a day` : refused["until"]}
      />
      {!refused["until"] && <Problem tried="form" error={take.error} />}
      <div>
        <Act type="submit" variant="default" busy={take.isPending}>
          <Trans>Take a break</Trans>
        </Act>
      </div>
    </form>
  );
}
