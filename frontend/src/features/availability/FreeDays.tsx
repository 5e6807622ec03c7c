import { Trans, useLingui } from "@lingui/react/macro";
import { weekdayWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { useUnsent } from "../../lib/offline/useWaiting";
import type { Waiting } from "../../lib/offline/waiting";
import { Choice, type Free } from "../../ui/Choice";
import { UnsentNote } from "../../ui/UnsentNote";
import { DayChoice } from "../../ui/DayChoice";
import { EmptyState, Fetched, Problem } from "../../ui/states";
import { OnBreak, TakeBreak } from "./Break";
import { Noted } from "./Noted";
import {
  ABOUT,
  aboutDay,
  aboutUsual,
  type Day,
  type FreeDays as Days,
  useFreeDays,
  useSayAsBefore,
  useSayDay,
  useSayUsual,
} from "./queries";

/** The choice that waits on the phone. */
const freeIn = ({ body }: Waiting) => (body as { free: Free }).free;

/** What holds for a day on which nothing is said; a break goes before everything. */
function Otherwise({ day }: { day: Day }) {
  if (day.on_break) return <Trans>You are on a break: we do not ask you.</Trans>;
  if (day.free !== null || day.usual === null) return null;
  return day.usual ? <Trans>Usually you are free.</Trans> : <Trans>Usually you are not free.</Trans>;
}

function OneDay({ day, say }: { day: Day; say: ReturnType<typeof useSayDay> }) {
  const sending = say.isPending && say.variables.day === day.day;
  const unsent = useUnsent(aboutDay(day.day));
  const said = unsent ? freeIn(unsent) : day.free;
  return (
    <li className="card">
      <DayChoice
        day={day.day}
        unsent={unsent !== undefined}
        said={sending ? say.variables.free : said}
        usual={day.usual}
        say={(free) => say.mutate({ day: day.day, free })}
      >
        {unsent ? <UnsentNote /> : <Otherwise day={day} />}
        {!sending && !unsent && <Noted at={day.noted_at} />}
      </DayChoice>
    </li>
  );
}

type Usual = Days["usual"][number];

function OneUsual({ usual, say }: { usual: Usual; say: ReturnType<typeof useSayUsual> }) {
  const { i18n } = useLingui();
  const { weekday, free, noted_at } = usual;
  const sending = say.isPending && say.variables.weekday === weekday;
  const unsent = useUnsent(aboutUsual(weekday));
  const said = unsent ? freeIn(unsent) : free;
  const name = weekdayWords(weekday, i18n.locale);
  return (
    <Choice
      title={<Trans>Usually, on this day of the week: {name}</Trans>}
      unsent={unsent !== undefined}
      said={sending ? say.variables.free : said}
      say={(now) => say.mutate({ weekday, free: now })}
    >
      <p className="soft free-otherwise">{unsent ? <UnsentNote /> : !sending && <Noted at={noted_at} />}</p>
    </Choice>
  );
}

function Usually({ usual }: { usual: Days["usual"] }) {
  const say = useSayUsual();
  return (
    <section className="card">
      <Problem error={say.error} />
      {usual.map((one) => (
        <OneUsual key={one.weekday} usual={one} say={say} />
      ))}
    </section>
  );
}

/** One tap for all the days on which nothing is said. */
function AsBefore({ as }: { as: ReturnType<typeof useSayAsBefore> }) {
  if (useUnsent(ABOUT.asBefore))
    return (
      <p>
        <Trans>Same as last time</Trans>: <UnsentNote />
      </p>
    );
  return (
    <div>
      <Act className="wide-on-phone" variant="default" busy={as.isPending} onClick={() => as.mutate()}>
        <Trans>Same as last time</Trans>
      </Act>
    </div>
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
      {unsaid && <AsBefore as={asBefore} />}
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
