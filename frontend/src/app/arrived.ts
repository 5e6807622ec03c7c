import { isReached } from "../api/reached";

/** A piece of the product that could not be fetched. `reached`: the server was, so the piece is no longer there. */
export class NotArrived extends Error {
  constructor(
    readonly reached: boolean,
    cause: unknown,
  ) {
    super("A piece of the product did not come.", { cause });
    this.name = "NotArrived";
  }
}

/** The styles that failed: whoever imports a screen again does not ask again for them, and it would come without. */
const unstyled = new Set<HTMLLinkElement>();

document.addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") unstyled.add(target);
  },
  true,
);

function fetchAgain(link: HTMLLinkElement): Promise<void> {
  const again = link.cloneNode() as HTMLLinkElement;
  unstyled.delete(link);
  return new Promise((resolve, reject) => {
    again.addEventListener("load", () => resolve());
    again.addEventListener("error", () => reject(new Error(`There are no styles at ${link.href}.`)));
    link.replaceWith(again);
  });
}

/** What `load` fetches; `NotArrived` when it does not come. */
export async function arrived<T>(load: () => Promise<T>): Promise<T> {
  try {
    await Promise.all([...unstyled].map(fetchAgain));
    return await load();
  } catch (cause) {
    throw new NotArrived(await isReached(), cause);
  }
}
