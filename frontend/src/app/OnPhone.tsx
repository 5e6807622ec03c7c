import { Plural, Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { keepReading } from "../lib/offline/keeping";
import { dismiss } from "../lib/offline/queue";
import { retry, startSending } from "../lib/offline/sender";
import { useOwnWaiting } from "../lib/offline/useWaiting";
import { keepProduct, openNewer } from "../lib/offline/worker";
import type { Status } from "../lib/live/socket";
import { Act } from "../ui/Act";
import { Overtaken } from "./Overtaken";

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

/** What was done here and is not known to anybody else yet, and what was overtaken. */
function OwnWaiting() {
  const list = useOwnWaiting();
  const unsent = list.filter(({ refused }) => refused === null).length;
  return (
    <>
      {unsent > 0 && (
        <p className="note shell-live" data-kind="warning" role="status">
          <Plural
            value={unsent}
            one="# thing is saved on this phone and not sent yet."
            other="# things are saved on this phone and not sent yet."
          />
        </p>
      )}
      {list
        .filter(({ refused }) => refused !== null)
        .map((item) => (
          <Overtaken key={item.key} item={item} read={() => void dismiss(item.key)} />
        ))}
    </>
  );
}

/** What an interpreter's phone does beside showing screens: it keeps them, the product, and what was done without a signal. */
export function OnPhone({ line }: { line: Status }) {
  const client = useQueryClient();
  const [newer, setNewer] = useState<ServiceWorker | null>(null);
  useEffect(() => keepReading(client), [client]);
  useEffect(() => void startSending(client), [client]);
  // A live line is a signal, whatever the browser says of it.
  useEffect(() => {
    if (line === "live") retry();
  }, [line]);
  // Without it the product is what it is everywhere else.
  useEffect(() => void keepProduct(setNewer).catch(() => {}), []);
  return (
    <>
      {newer && <Newer open={() => openNewer(newer)} later={() => setNewer(null)} />}
      <OwnWaiting />
    </>
  );
}
