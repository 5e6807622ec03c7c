import { TextInput } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { byField } from "../../api/errors";
import { Act } from "../../ui/Act";
import { ActOrNot } from "../../ui/ActOrNot";
import { Fetched, Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { partnerActs, useTravelTimes } from "./partnerQueries";
import { useAct } from "../../lib/useAct";
import { useMissing } from "../../lib/useMissing";
import { type Way, waysOf } from "./ways";

function Between({ way }: { way: Way }) {
  return (
    <span>
      <UserText>{way.area}</UserText> – <UserText>{way.other}</UserText>
    </span>
  );
}

function EditWay({ way, close }: { way: Way; close: () => void }) {
  const { t } = useLingui();
  const [minutes, setMinutes] = useState(way.minutes === null ? "" : String(way.minutes));
  const set = useAct(partnerActs.setTravelTime);
  const { missing, isThere } = useMissing(minutes);
  const problem = missing ? t`Say how many minutes it takes.` : byField(set.error)["minutes"];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isThere()) return;
    set.mutate({ area: way.area, other: way.other, minutes: Number(minutes) }, { onSuccess: close });
  };
  return (
    <form className="stack-tight" onSubmit={submit} noValidate>
      <Between way={way} />
      <TextInput
        label={t`Minutes, each way`}
        type="number"
        inputMode="numeric"
        min={1}
        max={600}
        size="md"
        dir="ltr"
        className="minutes"
        value={minutes}
        error={problem}
        onChange={(event) => setMinutes(event.currentTarget.value)}
      />
      {!problem && <Problem tried="form" error={set.error} />}
      <ActOrNot quiet busy={set.isPending} onNot={close}>
        <Trans>Save</Trans>
      </ActOrNot>
    </form>
  );
}

function OneWay({ way }: { way: Way }) {
  const [editing, setEditing] = useState(false);
  const { minutes } = way;
  if (editing)
    return (
      <li className="asked">
        <EditWay way={way} close={() => setEditing(false)} />
      </li>
    );
  return (
    <li className="asked row between">
      <span>
        <Between way={way} /> ·{" "}
        {minutes === null ? (
          <span className="soft">
            <Trans>not said yet</Trans>
          </span>
        ) : (
          <Plural value={minutes} one="# minute" other="# minutes" />
        )}
      </span>
      <Act variant="default" onClick={() => setEditing(true)}>
        {minutes === null ? <Trans>Say how long</Trans> : <Trans>Edit</Trans>}{" "}
        <span className="visually-hidden">
          {way.area} – {way.other}
        </span>
      </Act>
    </li>
  );
}

/** How long the way between two areas takes: it decides who can be at both on one day. */
export function Travel() {
  const { i18n } = useLingui();
  const table = useTravelTimes();
  return (
    <section className="card">
      <h2>
        <Trans>Travel times</Trans>
      </h2>
      <p className="soft">
        <Trans>
          From area to area, the same both ways. Interpreters read how far it is before they answer, and
          nobody is asked for two places that are too far apart on one day.
        </Trans>
      </p>
      <Fetched query={table}>
        {(found) => {
          const ways = waysOf(found, i18n.locale);
          if (ways.length === 0)
            return (
              <p className="soft">
                <Trans>As soon as there are places in two areas, the way between them is said here.</Trans>
              </p>
            );
          return (
            <ul className="ways">
              {ways.map((way) => (
                <OneWay key={`${way.area} ${way.other}`} way={way} />
              ))}
            </ul>
          );
        }}
      </Fetched>
    </section>
  );
}
