import { Trans, useLingui } from "@lingui/react/macro";
import { moments } from "../../../lib/time/wall";
import { OneOf } from "./common";

interface Props {
  day: string;
  time: string;
  zone: string;
  second: boolean;
  change: (second: boolean) => void;
}

/** On the night the clocks go back an hour happens twice: which of the two is meant. Nothing on all other days. */
export function Twice({ day, time, zone, second, change }: Props) {
  const { t } = useLingui();
  if (moments(day, time, zone).length < 2) return null;
  return (
    <OneOf
      legend={t`Clocks go back that night, so this time comes twice. Which one?`}
      choices={[
        ["first", <Trans key="first">The first, in summer time</Trans>],
        ["second", <Trans key="second">The second, in winter time</Trans>],
      ]}
      chosen={second ? "second" : "first"}
      change={(chosen) => change(chosen === "second")}
    />
  );
}
