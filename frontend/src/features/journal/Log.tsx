import { Trans, useLingui } from "@lingui/react/macro";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { wallOf } from "../../lib/time/wall";
import { dateWords, ownZone } from "../../lib/time/words";
import { More } from "../../ui/More";
import { EmptyState } from "../../ui/states";

interface Happened {
  at: string;
}

function byDay<One extends Happened>(all: One[]): [string, One[]][] {
  const zone = ownZone();
  const days = new Map<string, One[]>();
  for (const one of all) {
    const { day } = wallOf(one.at, zone);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days];
}

interface LogProps<One extends Happened> {
  all: One[];
  /** Where the rest comes from. */
  of: ComponentProps<typeof More>["of"];
  /** What is said where there is none. */
  nothing: ReactNode;
  showAll: () => void;
  /** One of them, with its key; `place` is its own among those of its day. */
  children: (one: One, place: number) => ReactElement;
}

/** What happened, the newest first, under the days of whoever reads. */
export function Log<One extends Happened>({ all, of, nothing, showAll, children }: LogProps<One>) {
  const { i18n } = useLingui();
  if (all.length === 0)
    return (
      <EmptyState title={nothing}>
        <button type="button" className="plain" onClick={showAll}>
          <Trans>Show all</Trans>
        </button>
      </EmptyState>
    );
  return (
    <>
      {byDay(all).map(([day, inIt]) => (
        <section key={day} className="stack-tight">
          <h2>{dateWords(day, i18n.locale)}</h2>
          <ol className="card journal">{inIt.map((one, place) => children(one, place))}</ol>
        </section>
      ))}
      <More of={of} />
    </>
  );
}
