import { NativeSelect } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { zoneName } from "../../lib/time/words";
import type { Visit } from "./queries";
import { visitsOn } from "./visitsOn";

/** The visit of `day` that a session at a place in `zone` goes on, unless another one of that day is chosen. */
export function useVisitOn(visits: Visit[] | undefined, day: string, zone: string, on?: string) {
  const [chosen, choose] = useState("");
  const there = visitsOn(visits ?? [], day, zone, on);
  return { visits: there, visit: there.find(({ id }) => id === chosen) ?? there[0], choose };
}

interface Props {
  visits: Visit[];
  visit: Visit | undefined;
  /** A moment of that day: what clocks go by changes with the season. */
  moment: string;
  choose: (id: string) => void;
}

/** Of several visits on one day, which: told apart by what their clocks go by. Nothing where there is one. */
export function WhichVisit({ visits, visit, moment, choose }: Props) {
  const { t, i18n } = useLingui();
  if (!visit || visits.length < 2) return null;
  return (
    <NativeSelect
      label={t`Which visit of that day`}
      size="md"
      value={visit.id}
      onChange={(event) => choose(event.currentTarget.value)}
      data={visits.map(({ id, time_zone }) => ({
        value: id,
        label: zoneName(time_zone, i18n.locale, moment),
      }))}
    />
  );
}
