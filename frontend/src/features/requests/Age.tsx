import { Trans, useLingui } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";
import { clock } from "../../lib/time/words";

function listen(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Without a connection, or when fetching anew failed: how old is what is shown. */
export function Age({ query }: { query: { dataUpdatedAt: number; error: unknown } }) {
  const { i18n } = useLingui();
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  if (query.dataUpdatedAt === 0 || (online && !query.error)) return null;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = clock(new Date(query.dataUpdatedAt).toISOString(), i18n.locale, zone);
  return (
    <p className="note" data-kind="warning" role="status">
      <Trans>No connection. This is how it was at {at}.</Trans>
    </p>
  );
}
