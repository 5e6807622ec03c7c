/** Options of a query whose answer an interpreter's phone keeps, to be read without a signal. */
export const KEPT = { gcTime: Infinity, meta: { kept: true } } as const;

/** What the browser calls this phone's shelf. */
export const SHELF = "passerelle";

const MARKS = { seen: "passerelle.seen", waiting: "passerelle.waiting" };
type Mark = keyof typeof MARKS;

/** What this page kept and could not mark: the phone is full, which says nothing of its shelf. */
const unmarked = new Set<Mark>();

/** Whether this phone kept anything: known at once, so that nobody else waits for the shelf. */
export const isSomethingKept = (what: Mark): boolean =>
  unmarked.has(what) || localStorage.getItem(MARKS[what]) !== null;

/** Whether it may have, also where an earlier page found no room for the mark. */
export async function mayBeKept(what: Mark): Promise<boolean> {
  if (isSomethingKept(what)) return true;
  try {
    return (await indexedDB.databases()).some(({ name }) => name === SHELF);
  } catch {
    // A browser that does not say.
    return true;
  }
}

export function somethingKept(what: Mark, is: boolean): void {
  unmarked.delete(what);
  if (!is) return localStorage.removeItem(MARKS[what]);
  try {
    localStorage.setItem(MARKS[what], "1");
  } catch {
    unmarked.add(what);
  }
}
