import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { keepReading } from "../lib/offline/keeping";
import { keepProduct, openNewer } from "../lib/offline/worker";
import { Act } from "../ui/Act";

/** A newer version waits: it is opened by whoever says so, and by nothing else. */
function Newer({ open, later }: { open: () => void; later: () => void }) {
  return (
    <div className="note shell-live row between" role="status">
      <p>
        <Trans>A newer version is here.</Trans>
      </p>
      <div className="row">
        <Act onClick={open}>
          <Trans>Open it now</Trans>
        </Act>
        <Act variant="default" onClick={later}>
          <Trans>Later</Trans>
        </Act>
      </div>
    </div>
  );
}

/** What an interpreter's phone does beside showing screens: it keeps them, and the product, for when there is no signal. */
export function OnPhone() {
  const client = useQueryClient();
  const [newer, setNewer] = useState<ServiceWorker | null>(null);
  useEffect(() => keepReading(client), [client]);
  // Without it the product is what it is everywhere else.
  useEffect(() => void keepProduct(setNewer).catch(() => {}), []);
  if (!newer) return null;
  return <Newer open={() => openNewer(newer)} later={() => setNewer(null)} />;
}
