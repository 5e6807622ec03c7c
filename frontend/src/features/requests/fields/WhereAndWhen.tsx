import { NativeSelect, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { today } from "../../../lib/time/clock";
import { moments } from "../../../lib/time/wall";
import { dateWords } from "../../../lib/time/words";
import { Chooser } from "../../../desk/Chooser";
import { UserText } from "../../../ui/UserText";
import { MODES } from "../../../ui/words";
import type { Draft } from "../draft/form";
import { type Group, groupOption, type Visit } from "../queries";
import type { FieldsProps } from "./common";
import { Twice } from "./Twice";

const LENGTHS = [45, 60, 75, 90, 120];
const OTHER = "other";

export function Length({ minutes, change, problem }: LengthProps) {
  const { t } = useLingui();
  const lengths = LENGTHS.includes(minutes) ? LENGTHS : [...LENGTHS, minutes].toSorted((a, b) => a - b);
  return (
    <NativeSelect
      id="ends_at"
      label={t`How long`}
      size="md"
      value={String(minutes)}
      error={problem}
      onChange={(event) => change(Number(event.currentTarget.value))}
      data={lengths.map((length) => ({ value: String(length), label: t`${length} minutes` }))}
    />
  );
}

interface LengthProps {
  minutes: number;
  change: (minutes: number) => void;
  problem: string | undefined;
}

function Day({
  draft,
  change,
  problems,
  visits,
  zone,
}: FieldsProps & { visits: Visit[]; zone: string | undefined }) {
  const { t, i18n } = useLingui();
  const [other, setOther] = useState(false);
  const planned = visits.map(({ day }) => day);
  const isOther = other || (draft.day !== "" && !planned.includes(draft.day));
  return (
    <>
      <NativeSelect
        id="day"
        label={t`Day`}
        size="md"
        value={isOther ? OTHER : draft.day}
        error={isOther ? undefined : problems["day"]}
        description={t`Days the team already means to come.`}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setOther(chosen === OTHER);
          if (chosen !== OTHER) change({ day: chosen, second: false });
        }}
        data={[
          { value: "", label: t`Choose a day` },
          ...planned.map((day) => ({ value: day, label: dateWords(day, i18n.locale) })),
          { value: OTHER, label: t`Another day` },
        ]}
      />
      {isOther && (
        <TextInput
          id="other-day"
          label={t`Which day`}
          type="date"
          size="md"
          min={zone && today(zone)}
          value={draft.day}
          error={problems["day"]}
          onChange={(event) => change({ day: event.currentTarget.value, second: false })}
        />
      )}
    </>
  );
}

interface Props extends FieldsProps {
  groups: Group[];
  visits: Visit[];
  choose: (group: string) => void;
}

export function WhereAndWhen({ draft, change, problems, groups, visits, choose }: Props) {
  const { t, i18n } = useLingui();
  const group = groups.find(({ id }) => id === draft.group);
  const site = group?.site;
  const zone = site?.time_zone;
  const skipped =
    Boolean(zone && draft.day && draft.time) && moments(draft.day, draft.time, zone ?? "").length === 0;
  return (
    <>
      <Chooser
        id="group"
        label={t`Group`}
        none={t`Choose a group`}
        from={groups.map(groupOption)}
        chosen={group ? groupOption(group) : null}
        choose={(option) => choose(option?.value ?? "")}
        error={problems["group"]}
      />
      {site && (
        <p className="soft">
          <Trans>
            Where: <UserText>{site.name}</UserText>, <UserText>{site.area}</UserText>. Another place or room?
            Say so under “Anything the team should know”.
          </Trans>
        </p>
      )}
      <Day draft={draft} change={change} problems={problems} visits={visits} zone={zone} />
      <div className="pair">
        <TextInput
          id="starts_at"
          label={t`Starts at`}
          type="time"
          size="md"
          dir="ltr"
          value={draft.time}
          error={skipped ? t`Clocks skip this time on that day. Choose another one.` : problems["starts_at"]}
          onChange={(event) => change({ time: event.currentTarget.value, second: false })}
        />
        <Length
          minutes={draft.minutes}
          change={(minutes) => change({ minutes })}
          problem={problems["ends_at"]}
        />
      </div>
      {zone && (
        <Twice
          day={draft.day}
          time={draft.time}
          zone={zone}
          second={draft.second}
          change={(second) => change({ second })}
        />
      )}
      <NativeSelect
        id="mode"
        label={t`How`}
        size="md"
        value={draft.mode}
        onChange={(event) => change({ mode: event.currentTarget.value as Draft["mode"] })}
        data={Object.entries(MODES).map(([value, words]) => ({ value, label: i18n._(words) }))}
      />
    </>
  );
}

export function PartHeading({ words }: { words: "when" | "who" | "brief" | "people" }) {
  return (
    <h2>
      {words === "when" && <Trans>Where and when</Trans>}
      {words === "who" && <Trans>Who comes</Trans>}
      {words === "brief" && <Trans>What it is about</Trans>}
      {words === "people" && <Trans>Your people</Trans>}
    </h2>
  );
}
