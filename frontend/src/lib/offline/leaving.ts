import { forgetDrafts } from "./drafts";
import { isSomethingKept } from "./kept";

/** How many of the answers that `person` gave here nobody else knows yet. */
export async function unsentBy(person: string): Promise<number> {
  if (!isSomethingKept("waiting")) return 0;
  const { load, knownList } = await import("./queue");
  await load();
  return knownList().filter((one) => one.person === person && one.refused === null).length;
}

/** `person` leaves this phone: what they read, did and wrote here goes with them. */
export async function emptyPhone(person: string | undefined): Promise<void> {
  if (person !== undefined) forgetDrafts(person);
  if (isSomethingKept("seen")) await (await import("./snapshot")).forget();
  if (person !== undefined && isSomethingKept("waiting")) await (await import("./queue")).forgetActs(person);
}
