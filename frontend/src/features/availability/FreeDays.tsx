import { Trans, useLingui } from "@lingui/react/macro";
import { weekdayWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Choice } from "../../ui/Choice";
import { DayChoice } from "../../ui/DayChoice";
import { EmptyState, Fetched, Problem } from "../../ui/states";
import { OnBreak, TakeBreak } from "./Break";
import { Noted } from "./Noted";
import {
  type Day,
  type FreeDays as Days,
  useFreeDays,
  useSayAsBefore,
  useSayDay,
  useSayUsual,
} from "./queries";

/** What holds for a day on which nothing is said; a break goes before everything. */
function Otherwise({ day }: { day: Day }) {
  if (day.on_break) return <Trans>You are on a break: we do not ask you.</Trans>;
  if (day.free !== null || day.usual === null) return null;
  return day.usual ? <Trans>Usually you are free.</Trans> : <Trans>Usually you are not free.</Trans>;
}

function OneDay({ day, say }: { day: Day; say: ReturnType<typeof useSayDay> }) {
  const sending = say.isPending && say.variables.day === day.day;
  return (
    <li className="card">
      <DayChoice
        day={day.day}
        said={sending ? say.variables.free : day.free}
        usual={day.usual}
        say={(free) => say.mutate({ day: day.day, free })}
      >
        <Otherwise day={day} />
        {!sending && <Noted at={day.noted_at} />}
      </DayChoice>
    </li>
  );
}

function Usually({ usual }: { usual: Days["usual"] }) {
  const { i18n } = useLingui();
  const say = useSayUsual();
  return (
    <section className="card">
      <Problem error={say.error} />
      {usual.map(({ weekday, free, noted_at }) => {
        const sending = say.isPending && say.variables.weekday === weekday;
        const name = weekdayWords(weekday, i18n.locale);
        return (
          <Choice
            key={weekday}
            title={<Trans>Usually, on this day of the week: {name}</Trans>}
            said={sending ? say.variables.free : free}
            say={(said) => say.mutate({ weekday, free: said })}
          >
            <p className="soft free-otherwise">{!sending && <Noted at={noted_at} />}</p>
          </Choice>
        );
      })}
    </section>
  );
}

function Coming({ found }: { found: Days }) {
  const say = useSayDay();
  const asBefore = useSayAsBefore();
  const unsaid = found.results.some((day) => day.free === null);
  return (
    <>
      {found.break_until && <OnBreak until={found.break_until} notedAt={found.break_noted_at} />}
      <Problem error={say.error ?? asBefore.error} />
      {unsaid && (
        <div>
          <Act
            className="wide-on-phone"
            variant="default"
            busy={asBefore.isPending}
            onClick={() => asBefore.mutate()}
          >
            <Trans>Same as last time</Trans>
          </Act>
        </div>
      )}
      <ul className="stack">
        {found.results.map((day) => (
          <OneDay key={day.day} day={day} say={say} />
        ))}
      </ul>
      <Usually usual={found.usual} />
      {!found.break_until && <TakeBreak />}
    </>
  );
}

/** One tap for each coming visit; what is usual, and a break, for the rest. */
export function FreeDays() {
  const days = useFreeDays();
  return (
    <>
      <h1>
        <Trans>Which days are you free?</Trans>
      </h1>
      <p className="soft">
        <Trans>One tap for each day. We only ask you for days that can fit.</Trans>
      </p>
      <Fetched aged query={days}>
        {(found) =>
          found.results.length ? (
            <Coming found={found} />
          ) : (
            <EmptyState title={<Trans>No visit is planned yet</Trans>}>
              <p>
                <Trans>The coming days stand here as soon as the team plans them.</Trans>
              </p>
            </EmptyState>
          )
        }
      </Fetched>
    </>
  );
}
