/** How long a bad line may take, in milliseconds: somebody waits for what is said next. */
const PATIENCE = 5_000;

/** Whether the server answers now. What the browser says of its connection is also true of a network that leads nowhere. */
export async function isReached(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return (await fetch("/mark.svg", { method: "HEAD", cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}
