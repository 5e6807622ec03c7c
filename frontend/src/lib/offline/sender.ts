import { onlineManager, type QueryClient } from "@tanstack/react-query";
import { forgetAhead } from "../../api/ahead";
import { once, ownHeaders } from "../../api/client";
import { ApiError } from "../../api/errors";
import { type Me, ME } from "../../api/me";
import { backOff } from "../live/socket";
import { alter, answeredWith, knownList, load, miss, put, refuse } from "./queue";
import { begun, isTooLate, overtaken, type Telling, type Waiting, without } from "./waiting";

/** Milliseconds: after which an act on its way looks unsent, and after which the attempt is given up. */
const LATE = 4_000;
const GIVEN_UP = 30_000;
/** Milliseconds that a screen may take to show what came of it. */
const SHOWN = 5_000;
const LOCK = "passerelle-sending";
const LATER = new Set([0, 401, 408, 425, 429]);

/** Whether an answer says nothing of the act itself: what it needs could not be had, or somebody else held it for too long. */
const saysNothing = ({ status, problems }: ApiError): boolean =>
  LATER.has(status) || status >= 500 || problems.some(({ code }) => code === "busy");

type Heard = (item: Waiting, found: unknown) => void;
const heardBy = new Set<Heard>();

let client: QueryClient | null = null;
let running = false;
let again = false;
let attempt = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Hear of what was sent after it had waited. */
export function hearSent(heard: Heard): () => void {
  heardBy.add(heard);
  return () => void heardBy.delete(heard);
}

const person = (): string | undefined => client?.getQueryData<Me | null>(ME)?.id;

async function ask(method: string, path: string, headers: object = {}, body?: unknown): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        ...ownHeaders(),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(GIVEN_UP),
    });
    const found: unknown = await answer.json();
    if (answer.ok) return found;
    throw new ApiError(answer.status, found);
  } catch (error) {
    // Also an answer that broke off, or that is none of ours: what became of the act is not known.
    throw error instanceof ApiError ? error : new ApiError(0, undefined);
  }
}

/** Whether `who` is the one signed in, by the server's own word: nobody sends what another did. */
async function isHere(who: string): Promise<boolean> {
  try {
    const me = (await ask("GET", "/api/v1/me")) as Me;
    if (me.id === who) return true;
  } catch (error) {
    if (error instanceof ApiError && error.status !== 401) return false;
  }
  // Somebody else, or nobody: the screen has to know.
  void client?.invalidateQueries({ queryKey: ME });
  return false;
}

/** Everything is read again, before what waited stops looking so. */
async function shown(): Promise<void> {
  const read = client?.invalidateQueries();
  await Promise.race([read, new Promise((resolve) => setTimeout(resolve, SHOWN))]);
}

async function succeeded(item: Waiting, found: unknown): Promise<void> {
  await alter(
    (list) => [without(list, item.key), undefined],
    async () => {
      if (answeredWith(item.key, found)) return;
      for (const heard of heardBy) heard(item, found);
      await shown();
    },
  );
}

async function refusedWith(item: Waiting, error: ApiError): Promise<void> {
  // Whoever looks is told on the spot.
  const told = refuse(item.key, error);
  const words = error.problems.map(({ message }) => message).join(" ");
  await alter((list) => [
    told ? without(list, item.key) : overtaken(list, item.key, { status: error.status, words }),
    undefined,
  ]);
  if (!told) await shown();
}

/** Send one; whether to go on to the next. */
async function sendOne(item: Waiting): Promise<boolean> {
  try {
    if (isTooLate(item, Date.now())) throw new ApiError(410, undefined);
    forgetAhead();
    await succeeded(item, await ask(item.method, item.path, once(item.key), item.body));
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401) void client?.invalidateQueries({ queryKey: ME });
    if (saysNothing(error)) return false;
    await refusedWith(item, error);
    return true;
  }
}

/** Send what waits, one after the other; whether nothing is left to be tried again. */
async function sendAll(): Promise<boolean> {
  let sure: string | undefined;
  for (;;) {
    const who = person();
    if (!who || !knownList().some((one) => one.person === who && one.refused === null)) return true;
    if (!onlineManager.isOnline()) break;
    const next = knownList().find((one) => one.person === who && one.refused === null);
    if (next?.unsent && sure !== who) {
      if (!(await isHere(who))) break;
      sure = who;
    }
    const item = await alter((list) => begun(list, who));
    if (!item) return true;
    if (!(await sendOne(item))) break;
  }
  const who = person();
  if (who) await miss(who);
  return false;
}

/** One tab at a time. Where there are no locks, the keys alone see to it that nothing happens twice. */
const locked = async (act: () => Promise<boolean>): Promise<boolean> =>
  "locks" in navigator ? await navigator.locks.request(LOCK, act) : await act();

async function run(): Promise<void> {
  running = true;
  clearTimeout(timer);
  do {
    again = false;
    const done = await locked(async () => {
      await load();
      return sendAll();
    }).catch(() => false);
    attempt = done ? 0 : attempt + 1;
    if (!done && !again) timer = setTimeout(wake, backOff(attempt));
  } while (again);
  running = false;
}

/** Try now what waits. */
export function wake(): void {
  if (running) again = true;
  else void run();
}

/** The signal may be back: no reason to sit out the rest of a wait. What could not be begun is tried again, too. */
export function retry(): void {
  attempt = 0;
  if (client) void startSending(client).then(wake, () => {});
}

function listen(): void {
  for (const event of ["online", "pageshow"]) window.addEventListener(event, retry);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") retry();
  });
  let who = person();
  client?.getQueryCache().subscribe(({ type, query }) => {
    if (type !== "updated" || query.queryKey[0] !== ME[0] || person() === who) return;
    who = person();
    if (who) retry();
  });
}

async function start(): Promise<void> {
  const who = person();
  await load();
  // Whatever is left from before was not answered.
  if (who) await miss(who);
  listen();
  wake();
}

let started: Promise<void> | undefined;

/** Send what waits on this phone, now and whenever there may be a signal. */
export function startSending(of: QueryClient): Promise<void> {
  client = of;
  started ??= start().catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

/**
 * Do something once, now or when there is a signal. What the server found; undefined where it waits or was taken back, or was
 * refused when nobody `looks` any longer: then it is overtaken.
 */
export async function tell<R>(
  of: QueryClient,
  telling: Telling,
  looks: () => boolean,
): Promise<R | undefined> {
  await startSending(of);
  const who = person();
  if (!who) throw new ApiError(401, undefined);
  const heard = put(telling, who, wake, looks);
  const late = setTimeout(() => void miss(who), LATE);
  void heard.finally(() => clearTimeout(late));
  const outcome = await heard;
  if (outcome === "waits") return undefined;
  if ("error" in outcome) throw outcome.error;
  return outcome.found as R;
}
