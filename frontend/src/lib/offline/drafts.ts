/** Nobody is here any more who could write a draft: what was on its way when they left is not written after them. */
const LEFT = "passerelle.left";

/** What the names of `person`'s drafts on this device begin with. */
export const draftsOf = (person: string): string => `passerelle.draft.${person}.`;

const namesOf = (person: string) =>
  Object.keys(localStorage).filter((name) => name.startsWith(draftsOf(person)));

function isUnsaved(name: string): boolean {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? "{}") as { unsaved?: boolean }).unsaved === true;
  } catch {
    return false;
  }
}

/** How many of `person`'s drafts hold something that is on this device alone. */
export const unsavedBy = (person: string): number => namesOf(person).filter(isUnsaved).length;

/** `person` leaves this device: their drafts go with them. Those that are in the account are there when they are back. */
export function forgetDrafts(person: string): void {
  for (const name of namesOf(person)) localStorage.removeItem(name);
  try {
    localStorage.setItem(LEFT, "1");
  } catch {
    // A device so full writes no draft either.
  }
}

export const mayWriteDrafts = (storage: Storage): boolean => storage.getItem(LEFT) === null;

/** Somebody is signed in here. */
export const writeDraftsAgain = (): void => localStorage.removeItem(LEFT);
