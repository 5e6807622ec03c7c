import { TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { byField } from "../../api/errors";
import { ownZone } from "../../lib/time/words";
import { knownZones } from "../../lib/time/zone";
import { useAct } from "../../lib/useAct";
import { useMissing } from "../../lib/useMissing";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { acts } from "./acts";
import type { Visit } from "./queries";
import { WhoGoes } from "./WhoGoes";

const FIELDS = new Set(["day", "time_zone", "therapists", "deputy"]);

/** Where days were reckoned last, else where this device is. */
function usualZone(visits: Visit[]): string {
  return visits[0]?.time_zone ?? ownZone();
}

/** A day the team means to go: its date is enough, who goes can be said now or later. */
export function PlanVisit({ visits }: { visits: Visit[] }) {
  const { t } = useLingui();
  const zones = useId();
  const [day, setDay] = useState("");
  const [zone, setZone] = useState<string | null>(null);
  const [who, setWho] = useState<{ therapists: string[]; deputy: string | null }>({
    therapists: [],
    deputy: null,
  });
  const plan = useAct(acts.planVisit);
  const { missing, isThere } = useMissing(day);
  const problems = byField(plan.error);
  const time_zone = zone ?? usualZone(visits);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isThere()) plan.mutate({ day, time_zone, ...who }, { onSuccess: () => setDay("") });
  };
  return (
    <form className="stack-tight" onSubmit={submit} noValidate>
      <div className="row">
        <TextInput
          label={t`Plan another day`}
          type="date"
          size="md"
          value={day}
          error={missing ? t`Choose a day` : problems["day"]}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Act type="submit" variant="default" busy={plan.isPending} style={{ alignSelf: "end" }}>
          <Trans>Plan it</Trans>
        </Act>
      </div>
      <details>
        <summary>
          <Trans>Who goes, and where the day is reckoned</Trans>
        </summary>
        <div className="stack">
          <WhoGoes {...who} problems={problems} choose={setWho} />
          <TextInput
            label={t`Time zone`}
            size="md"
            dir="ltr"
            list={zones}
            value={time_zone}
            error={problems["time_zone"]}
            onChange={(event) => setZone(event.currentTarget.value)}
          />
          <datalist id={zones}>
            {knownZones().map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </div>
      </details>
      {!Object.keys(problems).some((field) => FIELDS.has(field)) && (
        <Problem tried="form" error={plan.error} />
      )}
    </form>
  );
}
