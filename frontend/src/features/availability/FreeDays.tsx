import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { actKey, api, data, type Schema } from "../../api/client";
import { dateWords, solarDate } from "../../lib/time/words";
import { EmptyState, Fetched, Problem } from "../../ui/states";
import "./FreeDays.css";

type Day = Schema["FreeDayView"];
/** Days are drawn from visits: a change of either shows here. */
const KEY = ["free_day+visit", "coming"] as const;

function useSay() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ day, free }: { day: string; free: boolean | null }) =>
      data(
        api.PUT("/api/v1/free-days/{day}", { params: { path: { day }, header: actKey() }, body: { free } }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** The choice is seen by its shape too, not by its colour alone. */
function Tick() {
  return (
    <svg className="free-tick" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 8.5l3.5 3.5 7.5-8" fill="none" stroke="currentColor" strokeWidth="2.4" />
    </svg>
  );
}

function OneDay({ day, say }: { day: Day; say: ReturnType<typeof useSay> }) {
  const { i18n, t } = useLingui();
  const sent = say.isPending && say.variables.day === day.day ? say.variables.free : day.free;
  const solar = solarDate(day.day, i18n.locale);
  const choices = [
    { free: true, words: t`Free` },
    { free: false, words: t`Not free` },
  ];
  return (
    <li className="card">
      <fieldset className="free-day">
        <legend>
          {dateWords(day.day, i18n.locale)}
          {solar && <span className="soft"> {solar}</span>}
        </legend>
        {choices.map(({ free, words }) => (
          <button
            key={words}
            type="button"
            className="free-choice"
            aria-pressed={sent === free}
            // A second tap takes it back: nothing said.
            onClick={() => say.mutate({ day: day.day, free: day.free === free ? null : free })}
          >
            {sent === free && <Tick />}
            {words}
          </button>
        ))}
      </fieldset>
    </li>
  );
}

/** One tap for each coming visit. */
export function FreeDays() {
  const say = useSay();
  const days = useQuery({
    queryKey: KEY,
    queryFn: async () => (await data(api.GET("/api/v1/free-days"))).results,
  });
  return (
    <>
      <h1>
        <Trans>Which days are you free?</Trans>
      </h1>
      <p className="soft">
        <Trans>
          One tap for each day. A second tap takes it back. We only ask you for days that can fit.
        </Trans>
      </p>
      <Problem error={say.error} />
      <Fetched query={days}>
        {(found) =>
          found.length ? (
            <ul className="stack">
              {found.map((day) => (
                <OneDay key={day.day} day={day} say={say} />
              ))}
            </ul>
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
