/** The service worker keeps the product itself on the phone. A newer one waits until somebody asks for it. */

const SCRIPT = "/sw.js";
const HOUR = 3_600_000;

declare global {
  interface Navigator {
    /** Not known to every browser. */
    connection?: { saveData?: boolean };
  }
}

/** Who saves data is sent the whole product only once it is an app of theirs. */
function isWanted(): boolean {
  return !navigator.connection?.saveData || matchMedia("(display-mode: standalone)").matches;
}

/** Says when `worker`, which is being fetched, is ready and waits for its turn. */
function whenWaiting(worker: ServiceWorker | null, tell: (newer: ServiceWorker) => void): void {
  worker?.addEventListener("statechange", () => {
    // The first one of a phone has nothing to wait for.
    if (worker.state === "installed" && navigator.serviceWorker.controller) tell(worker);
  });
}

/** Keep the product on this phone; `newer` hears of each newer one. Asked for again by the hour, when it is looked at. */
export async function keepProduct(newer: (waiting: ServiceWorker) => void): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD || !isWanted()) return;
  const found = await navigator.serviceWorker.register(SCRIPT);
  if (found.waiting && navigator.serviceWorker.controller) newer(found.waiting);
  whenWaiting(found.installing, newer);
  found.addEventListener("updatefound", () => whenWaiting(found.installing, newer));
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" || Date.now() - asked < HOUR) return;
    asked = Date.now();
    void found.update().catch(() => {});
  });
}

/** Exchange the product for the newer one, and open the page anew: somebody said so. */
export function openNewer(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), {
    once: true,
  });
  // To a worker, which has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  waiting.postMessage({ type: "SKIP_WAITING" });
}
