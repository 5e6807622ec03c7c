import type { Query, QueryClient } from "@tanstack/react-query";
import type { Change } from "./socket";

/**
 * Which queries show which things: every query key starts with the types it shows, joined by "+", as in
 * `["session+shift+offer", "board", visitId]`. A change of a type refetches what shows it, once for a burst.
 */
export function shows(key: readonly unknown[], types: ReadonlySet<string>): boolean {
  const first = key[0];
  return typeof first === "string" && first.split("+").some((type) => types.has(type));
}

/** Changes when the reader comes to be something else, or may see something else: then everything may read differently. */
const READER = "me";

const BURST = 60;

/** The screen shows what went wrong, and the next attempt reads what is then there. */
const ignored = () => {};

/** Collects changes for a moment and refetches what shows them. */
export class Refresher {
  private waiting = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Fetches under way that may be outdated before they arrive. */
  private readonly awaited = new WeakSet<Query>();

  constructor(private readonly client: QueryClient) {}

  changed(changes: Change[]): void {
    for (const change of changes) this.waiting.add(change.type);
    this.timer ??= setTimeout(() => this.flush(), BURST);
  }

  all(): void {
    this.again(() => true);
  }

  /** What could not be fetched while nothing was to be had: no change is going to name it again. */
  failed(): void {
    this.again(({ state }) => state.status === "error");
  }

  private flush(): void {
    const types = this.waiting;
    this.waiting = new Set();
    this.timer = undefined;
    if (types.has(READER)) this.all();
    else this.again((query) => shows(query.queryKey, types));
  }

  private again(predicate: (query: Query) => boolean): void {
    const underWay = this.client.getQueryCache().findAll({ predicate, fetchStatus: "fetching" });
    // Not begun anew: where changes come faster than answers, none would ever arrive.
    void this.client.invalidateQueries({ predicate }, { cancelRefetch: false });
    // What is under way may have been read before the change.
    for (const query of underWay) {
      if (this.awaited.has(query)) continue;
      this.awaited.add(query);
      void query.promise?.then(() => this.outdated(query), ignored).finally(() => this.awaited.delete(query));
    }
  }

  private outdated({ queryKey }: Query): void {
    void this.client.invalidateQueries({ queryKey, exact: true });
  }
}
