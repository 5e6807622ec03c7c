import { Trans, useLingui } from "@lingui/react/macro";
import { dateWords, weekdayWords } from "../../lib/time/words";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { BreakForm } from "../../ui/BreakForm";
import { Choice } from "../../ui/Choice";
import { DayChoice } from "../../ui/DayChoice";
import { Fetched, Problem } from "../../ui/states";
import { type Told, toldActs, type ToldDay, useToldDays } from "./toldQueries";

function Otherwise({ day }: { day: ToldDay }) {
  if (day.on_break) return <Trans>On a break: not asked.</Trans>;
  if (day.free !== null || day.usual === null) return null;
  return day.usual ? (
    <Trans>Usually free, as you recorded.</Trans>
  ) : (
    <Trans>Usually not free, as you recorded.</Trans>
  );
}

/** Each day by itself: what went wrong stands at it, and the others can be said meanwhile. */
function OneDay({ id, day }: { id: string; day: ToldDay }) {
  const { t } = useLingui();
  const say = useAct(toldActs.day);
  return (
    <li>
      <DayChoice
        day={day.day}
        said={say.isPending ? say.variables.given.free : day.free}
        usual={day.usual}
        none={t`No record`}
        say={(free) => say.mutate({ id, day: day.day, free })}
      >
        <Otherwise day={day} />
      </DayChoice>
      <Problem error={say.error} />
    </li>
  );
}

function Usually({ id, weekday, free }: { id: string } & Told["usual"][number]) {
  const { t, i18n } = useLingui();
  const say = useAct(toldActs.usual);
  const name = weekdayWords(weekday, i18n.locale);
  return (
    <li>
      <Choice
        title={<Trans>Usually, on this day of the week: {name}</Trans>}
        said={say.isPending ? say.variables.given.free : free}
        none={t`No record`}
        say={(said) => say.mutate({ id, weekday, free: said })}
      />
      <Problem error={say.error} />
    </li>
  );
}

function OnBreak({ id, until }: { id: string; until: string }) {
  const { i18n } = useLingui();
  const take = useAct(toldActs.break);
  const day = dateWords(until, i18n.locale);
  return (
    <div className="note stack-tight">
      <p>
        <Trans>On a break until {day}: not asked for these days.</Trans>
      </p>
      <Problem error={take.error} />
      <div>
        <Act variant="default" busy={take.isPending} onClick={() => take.mutate({ id, until: null })}>
          <Trans>End the break</Trans>
        </Act>
      </div>
    </div>
  );
}

function TakeBreak({ id }: { id: string }) {
  const { t } = useLingui();
  const take = useAct(toldActs.break);
  return (
    <BreakForm
      className="stack-tight told-break"
      heading={
        <h3>
          <Trans>A break</Trans>
        </h3>
      }
      label={t`Do not ask them up to and including`}
      words={<Trans>Record the break</Trans>}
      error={take.error}
      busy={take.isPending}
      take={(until) => take.mutate({ id, until })}
    />
  );
}

/** What an interpreter tells by phone of when they can come. One reads here what one recorded oneself. */
export function WhenTheyCanCome({ id }: { id: string }) {
  const days = useToldDays(id);
  return (
    <section className="card">
      <h2>
        <Trans>When they can come</Trans>
      </h2>
      <p className="soft">
        <Trans>
          Record what they tell you by phone: what was told last holds. Of days you see here only what you
          recorded yourself; what they said themselves, or told others, counts all the same when you look for
          somebody.
        </Trans>
      </p>
      <Fetched query={days}>
        {(found) => (
          <>
            {found.break_until && <OnBreak id={id} until={found.break_until} />}
            {found.results.length === 0 && (
              <p className="soft">
                <Trans>No visit is planned yet</Trans>
              </p>
            )}
            <ul className="told-days">
              {found.results.map((day) => (
                <OneDay key={day.day} id={id} day={day} />
              ))}
              {found.usual.map((usual) => (
                <Usually key={usual.weekday} id={id} {...usual} />
              ))}
            </ul>
            {!found.break_until && <TakeBreak id={id} />}
          </>
        )}
      </Fetched>
    </section>
  );
}
