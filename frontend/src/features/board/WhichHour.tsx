import { NativeSelect } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { moments } from "../../lib/time/wall";

interface Props {
  day: string;
  time: string;
  zone: string;
  second: boolean;
  choose: (second: boolean) => void;
}

/** On the night the clocks go back an hour comes twice: which of the two is meant. Nothing on all other days. */
export function WhichHour({ day, time, zone, second, choose }: Props) {
  const { t } = useLingui();
  if (moments(day, time, zone).length < 2) return null;
  return (
    <NativeSelect
      label={t`Clocks go back that night, so this time comes twice. Which one?`}
      size="md"
      value={second ? "second" : "first"}
      onChange={(event) => choose(event.currentTarget.value === "second")}
      data={[
        { value: "first", label: t`The first, in summer time` },
        { value: "second", label: t`The second, in winter time` },
      ]}
    />
  );
}
