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

/** What `load` fetches; `NotArrived` when it does not come. */
export async function arrived<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new NotArrived(await isReached(), cause);
  }
}
