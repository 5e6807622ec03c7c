/** Options of a query whose answer an interpreter's phone keeps, to be read without a signal. */
export const KEPT = { gcTime: Infinity, meta: { kept: true } } as const;

const MARKS = { seen: "passerelle.seen", waiting: "passerelle.waiting" };
type Mark = keyof typeof MARKS;

/** Whether this phone kept anything: known at once, so that nobody else waits for the shelf. */
export const isSomethingKept = (what: Mark): boolean => localStorage.getItem(MARKS[what]) !== null;

export function somethingKept(what: Mark, is: boolean): void {
  if (is) localStorage.setItem(MARKS[what], "1");
  else localStorage.removeItem(MARKS[what]);
}
