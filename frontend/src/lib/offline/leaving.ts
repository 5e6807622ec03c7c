import { offline } from "../../api/errors";
import { forgetDrafts } from "./drafts";
import { isSomethingKept, mayBeKept } from "./kept";

/** How many of the answers that `person` gave here nobody else knows yet. */
export async function unsentBy(person: string): Promise<number> {
  if (!(await mayBeKept("waiting"))) return 0;
  const queue = await import("./queue").catch(() => null);
  if (!queue && isSomethingKept("waiting")) throw offline();
  // Without a mark it is a guess: who signs out is not held up by a piece that does not come, without which nothing is taken away.
  if (!queue) return 0;
  await queue.load();
  return queue.knownList().filter((one) => one.person === person && one.refused === null).length;
}

/** `person` leaves this phone: what they read, did and wrote here goes with them. */
export async function emptyPhone(person: string | undefined): Promise<void> {
  if (person !== undefined) forgetDrafts(person);
  if (await mayBeKept("seen")) await (await import("./snapshot")).forget();
  if (person !== undefined && (await mayBeKept("waiting")))
    await (await import("./queue")).forgetActs(person);
}
