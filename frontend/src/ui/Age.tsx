import { Trans, useLingui } from "@lingui/react/macro";
import { useNetwork } from "@mantine/hooks";
import { momentWords, ownZone } from "../lib/time/words";

/** Without a connection, or `away` from the server: how old what is shown is. */
export function Age({ of: query, away = false }: { of: { dataUpdatedAt: number }; away?: boolean }) {
  const { i18n } = useLingui();
  const { online } = useNetwork();
  if ((online && !away) || !query.dataUpdatedAt) return null;
  const when = momentWords(new Date(query.dataUpdatedAt).toISOString(), i18n.locale, ownZone());
  return (
    <p className="note age" data-kind="warning" role="status">
      <Trans>No connection. This is how it was on {when}.</Trans>
    </p>
  );
}
