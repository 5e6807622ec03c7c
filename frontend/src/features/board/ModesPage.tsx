import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import type { Schema } from "../../api/client";
import { staleNow } from "../../desk/stale";
import { StaleChoice } from "../../desk/StaleChoice";
import { hours } from "../../lib/time/words";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Clocks } from "../../ui/Hours";
import { EmptyState, Fetched, Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { MODES } from "../../ui/words";
import { acts } from "./acts";
import { ModeMeaning } from "./ModeMeaning";
import { gapsAfter, type Modes, optionOf } from "./modes";
import { useModes } from "./queries";
import "./board.css";

type Day = Schema["DayModes"];
type Line = Schema["SessionModes"];
type Mode = Schema["Mode"];

interface LineProps {
  line: Line;
  mode: Mode;
  choose: (mode: Mode) => void;
  /** Asked for where it is to be confirmed again with an empty place. */
  reason: string | null;
  write: (reason: string) => void;
}

function SessionLine({ line, mode, choose, reason, write }: LineProps) {
  const { t, i18n } = useLingui();
  return (
    <li className="card">
      <div className="row between">
        <strong>
          <Clocks start={line.starts_at} end={line.ends_at} zone={line.time_zone} />{" "}
          <UserText>{line.group_name}</UserText>
        </strong>
        <NativeSelect
          aria-label={t`How it is held`}
          size="md"
          value={mode}
          onChange={(event) => choose(event.currentTarget.value as Mode)}
          data={Object.entries(MODES).map(([value, words]) => ({ value, label: i18n._(words) }))}
        />
      </div>
      {mode === line.mode ? (
        <p className="soft">
          <Trans>Stays as it is.</Trans>
        </p>
      ) : (
        <ModeMeaning line={line} option={optionOf(line, mode)} />
      )}
      {reason !== null && (
        <TextInput
          label={t`Why it may go ahead with an empty place`}
          size="md"
          dir="auto"
          value={reason}
          onChange={(event) => write(event.currentTarget.value)}
        />
      )}
    </li>
  );
}

function useDay(day: Day) {
  const [modes, setModes] = useState<Modes>({});
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [chosen, setTravel] = useState<boolean | null>(null);
  const travel = chosen ?? day.team_cannot_travel;
  const [again, setAgain] = useState(true);
  const modeOf = (line: Line) => modes[line.session] ?? line.mode;
  const changed = day.sessions.filter((line) => modeOf(line) !== line.mode);
  const confirmed = changed.filter(({ state }) => state === "confirmed");
  const asksReason = (line: Line) => again && confirmed.includes(line) && gapsAfter(line, modeOf(line)) > 0;
  const all = (mode: Mode) =>
    setModes(Object.fromEntries(day.sessions.map(({ session }) => [session, mode])));
  const body = {
    team_cannot_travel: travel,
    confirm: again && confirmed.length > 0,
    sessions: changed.map((line) => ({ session: line.session, mode: modeOf(line) })),
    gap_reasons: changed
      .filter((line) => asksReason(line) && reasons[line.session]?.trim())
      .map((line) => ({ session: line.session, reason: reasons[line.session] ?? "" })),
  };
  return {
    modes,
    setModes,
    reasons,
    setReasons,
    travel,
    setTravel,
    again,
    setAgain,
    modeOf,
    changed,
    confirmed,
    asksReason,
    all,
    body,
  };
}

/** As it stands by now, and as it was chosen: of the sessions somebody else changed or I would, and of the day. */
function useCompared(opened: Day, day: Day, form: ReturnType<typeof useDay>) {
  const { t, i18n } = useLingui();
  const said = (on: boolean) => (on ? t`yes` : t`no`);
  const before = new Map(opened.sessions.map((line) => [line.session, line.mode]));
  const told = day.sessions.filter(
    (line) => form.changed.includes(line) || before.get(line.session) !== line.mode,
  );
  return [
    ...told.map((line) => ({
      label: `${hours(line.starts_at, line.ends_at, i18n.locale, line.time_zone)} ${line.group_name}`,
      now: i18n._(MODES[line.mode]),
      mine: i18n._(MODES[form.modeOf(line)]),
    })),
    { label: t`The team cannot travel`, now: said(day.team_cannot_travel), mine: said(form.travel) },
  ];
}

function Sentence({ idle, changed }: { idle: boolean; changed: number }) {
  if (idle) return <Trans>Nothing is changed yet</Trans>;
  if (changed === 0) return <Trans>Write it</Trans>;
  return <Plural value={changed} one="Change # session" other="Change # sessions" />;
}

function ModesForm({ id, day }: { id: string; day: Day }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const form = useDay(day);
  const change = useAct(acts.changeModes);
  const idle = form.changed.length === 0 && form.travel === day.team_cannot_travel;
  const [opened] = useState(day);
  const leave = () => void navigate(`/team/visits/${id}`);
  const send = (version: number) => change.mutate({ id, version, ...form.body }, { onSuccess: leave });
  const stale = staleNow(change.error) !== null;
  const compared = useCompared(opened, day, form);
  if (day.sessions.length === 0)
    return (
      <EmptyState title={<Trans>No session of this day is still ahead</Trans>}>
        <Link to={`/team/visits/${id}`}>
          <Trans>Back to the board</Trans>
        </Link>
      </EmptyState>
    );
  return (
    <div className="stack confirm">
      <Checkbox
        size="md"
        label={t`The team cannot travel`}
        checked={form.travel}
        onChange={(event) => form.setTravel(event.currentTarget.checked)}
      />
      <div className="row">
        <Act variant="default" onClick={() => form.all("remote")}>
          <Trans>All remote</Trans>
        </Act>
        <Act variant="default" onClick={() => form.all("partner_led")}>
          <Trans>All led by the partner</Trans>
        </Act>
      </div>
      <ul className="stack">
        {day.sessions.map((line) => (
          <SessionLine
            key={line.session}
            line={line}
            mode={form.modeOf(line)}
            choose={(mode) => form.setModes({ ...form.modes, [line.session]: mode })}
            reason={form.asksReason(line) ? (form.reasons[line.session] ?? "") : null}
            write={(reason) => form.setReasons({ ...form.reasons, [line.session]: reason })}
          />
        ))}
      </ul>
      {form.confirmed.length > 0 && (
        <Checkbox
          size="md"
          label={t`Confirm at once again what was confirmed, so that everyone hears once`}
          checked={form.again}
          onChange={(event) => form.setAgain(event.currentTarget.checked)}
        />
      )}
      {stale ? (
        <StaleChoice
          lines={compared}
          busy={change.isPending}
          keepTheirs={leave}
          writeMine={() => send(day.version)}
        />
      ) : (
        <Problem tried="form" error={change.error} />
      )}
      <div className="row">
        <Act busy={stale || change.isPending || idle} onClick={() => send(opened.version)}>
          <Sentence idle={idle} changed={form.changed.length} />
        </Act>
        <Link to={`/team/visits/${id}`}>
          <Trans>Back to the board</Trans>
        </Link>
      </div>
    </div>
  );
}

/** The day held another way, in one act: a choice for each session, and before it is made, what it means for whom. */
export function ModesPage() {
  const { visitId = "" } = useParams();
  const modes = useModes(visitId);
  return (
    <>
      <h1>
        <Trans>Hold the day another way</Trans>
      </h1>
      <Fetched aged query={modes}>
        {(found) => <ModesForm id={visitId} day={found} />}
      </Fetched>
    </>
  );
}
