import { NativeSelect, TextInput } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { later, moment, moments, wallOf } from "../../lib/time/wall";
import { momentWords } from "../../lib/time/words";
import type { Shift } from "./queries";

const DAY = 24 * 60;
/** The field of a time of one's own, where the focus goes when it is not one. */
export const OWN_TIME = "own-deadline";

export interface Deadline {
  /** When the answer is due, with its offset; null where none is. */
  by: string | null;
  /** A time of their own is being typed. */
  own: boolean;
  /** What is wrong with the time typed: nobody is asked while it is no time. */
  wrong: "missing" | "skipped" | "twice" | null;
}

export const NO_DEADLINE: Deadline = { by: null, own: false, wrong: null };

/** Six in the evening so many days after `from`, where that is before the place begins. */
function evening(from: string, days: number, shift: Shift, zone: string): string | null {
  const at = moment(wallOf(later(from, days * DAY), zone).day, "18:00", zone);
  return Date.parse(at) > Date.now() && Date.parse(at) < Date.parse(shift.block.starts_at) ? at : null;
}

function proposals(shift: Shift, zone: string): string[] {
  const now = new Date().toISOString();
  const found = [
    evening(now, 0, shift, zone),
    evening(now, 1, shift, zone),
    evening(now, 3, shift, zone),
    evening(shift.block.starts_at, -2, shift, zone),
  ];
  return [...new Set(found.filter((at) => at !== null))].toSorted();
}

/** The deadline of one's own, where it is one moment: a browser gives an empty value for what is half typed. */
export function typed(value: string, zone: string): Deadline {
  const [day, time] = value.split("T");
  if (!day || !time) return { by: null, own: true, wrong: "missing" };
  const [by, other] = moments(day, time, zone);
  if (!by || other) return { by: null, own: true, wrong: other ? "twice" : "skipped" };
  return { by, own: true, wrong: null };
}

interface Props {
  shift: Shift;
  zone: string;
  deadline: Deadline;
  choose: (deadline: Deadline) => void;
}

/** By when those asked are to answer: an evening or two to choose from, or a time of one's own. */
export function AnswerBy({ shift, zone, deadline, choose }: Props) {
  const { t, i18n } = useLingui();
  const wall = deadline.by && wallOf(deadline.by, zone);
  return (
    <div className="row">
      <NativeSelect
        label={t`Answer by`}
        value={deadline.own ? "own" : (deadline.by ?? "")}
        onChange={(event) => {
          const value = event.currentTarget.value;
          choose(
            value === "own"
              ? { by: deadline.by, own: true, wrong: deadline.by ? null : "missing" }
              : { by: value || null, own: false, wrong: null },
          );
        }}
        data={[
          { value: "", label: t`No deadline` },
          ...proposals(shift, zone).map((at) => ({ value: at, label: momentWords(at, i18n.locale, zone) })),
          { value: "own", label: t`Another time` },
        ]}
      />
      {deadline.own && (
        <TextInput
          id={OWN_TIME}
          label={t`Day and time`}
          type="datetime-local"
          dir="ltr"
          error={
            (deadline.wrong === "missing" && t`Choose a day and a time, or “No deadline”.`) ||
            (deadline.wrong === "skipped" && t`Clocks skip this time on that day. Choose another one.`) ||
            (deadline.wrong === "twice" && t`Clocks show this time twice on that day. Choose another one.`)
          }
          defaultValue={wall ? `${wall.day}T${wall.time}` : ""}
          onChange={(event) => choose(typed(event.currentTarget.value, zone))}
        />
      )}
    </div>
  );
}
