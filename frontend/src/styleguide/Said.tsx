import { Trans, useLingui } from "@lingui/react/macro";
import { ApiError } from "../api/errors";
import { BreakForm } from "../ui/BreakForm";
import { Choice } from "../ui/Choice";
import { DayChoice } from "../ui/DayChoice";
import { LimitFields } from "../ui/LimitFields";
import { Part } from "./Part";

const OFFLINE = new ApiError(0, undefined);
const LIMITS = { consecutive_minutes: 270, sessions_a_day: 4, weeks_in_a_row: 8, hours_a_month: 40 };

const say = () => {};

/** What an interpreter says, or tells by phone. */
export function Said() {
  const { t } = useLingui();
  return (
    <>
      <Part name="Choice, DayChoice">
        <Choice title={<Trans>Friday</Trans>} said={null} say={say} />
        <DayChoice day="2026-11-27" said usual={null} say={say} />
        <DayChoice day="2026-12-04" said={null} usual say={say}>
          <Trans>Usually you are free.</Trans>
        </DayChoice>
      </Part>
      <Part name="BreakForm">
        <BreakForm
          heading={null}
          label={t`Do not ask me up to and including`}
          words={<Trans>Take a break</Trans>}
          error={OFFLINE}
          busy={false}
          take={say}
        />
      </Part>
      <Part name="LimitFields">
        <LimitFields
          legend={<Trans>My limits</Trans>}
          everyones={{ soft: LIMITS, hard: LIMITS, source: "" }}
          limits={{ ...LIMITS, hours_a_month: null }}
          problems={{}}
          change={say}
        />
      </Part>
    </>
  );
}
