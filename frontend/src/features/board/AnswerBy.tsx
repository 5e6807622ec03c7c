import { NativeSelect, TextInput } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { later, moment, NoSuchTime, wallOf } from "../../lib/time/wall";
import { momentWords } from "../../lib/time/words";
import type { Shift } from "./queries";

const DAY = 24 * 60;

export interface Deadline {
  /** When the answer is due, with its offset; null where none is. */
  by: string | null;
  /** A time of their own is being typed. */
  own: boolean;
}

export const NO_DEADLINE: Deadline = { by: null, own: false };

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

function typed(value: string, zone: string): string | null {
  const [day, time] = value.split("T");
  if (!day || !time) return null;
  try {
    return moment(day, time, zone);
  } catch (error) {
    if (error instanceof NoSuchTime || error instanceof RangeError) return null;
    throw error;
  }
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
          choose(value === "own" ? { ...deadline, own: true } : { by: value || null, own: false });
        }}
        data={[
          { value: "", label: t`No deadline` },
          ...proposals(shift, zone).map((at) => ({ value: at, label: momentWords(at, i18n.locale, zone) })),
          { value: "own", label: t`Another time` },
        ]}
      />
      {deadline.own && (
        <TextInput
          label={t`Day and time`}
          type="datetime-local"
          dir="ltr"
          defaultValue={wall ? `${wall.day}T${wall.time}` : ""}
          onChange={(event) => choose({ by: typed(event.currentTarget.value, zone), own: true })}
        />
      )}
    </div>
  );
}
