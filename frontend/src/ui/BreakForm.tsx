import { TextInput } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { byField } from "../api/errors";
import { today } from "../lib/time/clock";
import { ownZone } from "../lib/time/words";
import { useMissing } from "../lib/useMissing";
import { Act } from "./Act";
import { Problem } from "./states";

interface Props {
  heading: ReactNode;
  label: string;
  words: ReactNode;
  className?: string;
  error: unknown;
  busy: boolean;
  take: (until: string) => void;
}

/** Not asked for any day up to one, that day included. What was chosen stays, whatever the server says. */
export function BreakForm({ heading, label, words, className, error, busy, take }: Props) {
  const { t } = useLingui();
  const [day, setDay] = useState("");
  const { missing, isThere } = useMissing(day);
  const refused = byField(error);
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        if (isThere()) take(day);
      }}
    >
      {heading}
      <TextInput
        type="date"
        size="md"
        label={label}
        value={day}
        min={today(ownZone())}
        onChange={(event) => setDay(event.currentTarget.value)}
        error={missing ? t`Choose a day` : refused["until"]}
      />
      {!refused["until"] && <Problem tried="form" error={error} />}
      <div>
        <Act type="submit" variant="default" busy={busy}>
          {words}
        </Act>
      </div>
    </form>
  );
}
