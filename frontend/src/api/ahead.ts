/** Answers that were asked for before the scripts were there, by the address that was asked. */
type Ahead = Map<string, Promise<Response | undefined>>;

declare global {
  interface Window {
    passerelleAhead?: Ahead;
  }
}

/**
 * Ask for what the first screen shows while its scripts are still on their way. The first address is asked by itself, and
 * the others once it has answered: it tells where the socket goes on from, and nothing may be read before that
 * (decision 29). Who is not signed in reads no more.
 */
export function askAhead([first, ...others]: string[], language: string): void {
  // What did not arrive is asked for again in the ordinary way, which also tells the reader.
  const ask = (address: string) =>
    fetch(address, { credentials: "same-origin", headers: { "Accept-Language": language } }).catch(
      () => undefined,
    );
  if (first === undefined) return;
  const told = ask(first);
  const after = (address: string) => told.then((answer) => (answer?.ok ? ask(address) : undefined));
  window.passerelleAhead = new Map([
    [first, told],
    ...others.map((address) => [address, after(address)] as const),
  ]);
}

/** The answer to `request`, if it was asked for ahead: whoever reads first has it, and nobody after an act. */
export async function takeAhead({ method, url }: Request): Promise<Response | undefined> {
  if (method !== "GET") forgetAhead();
  const { pathname, search } = new URL(url);
  const answer = window.passerelleAhead?.get(pathname + search);
  window.passerelleAhead?.delete(pathname + search);
  return answer;
}

/** From here on what was asked for ahead may be outdated. */
export function forgetAhead(): void {
  window.passerelleAhead?.clear();
}
