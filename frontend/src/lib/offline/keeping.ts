import type { QueryClient } from "@tanstack/react-query";
import { forgetAll, type Me, ME } from "../../api/me";
import { forget, keep, trim } from "./snapshot";

/** Milliseconds in which changes are gathered: one write for a burst. */
const BURST = 150;
/** How often what lies on the phone is looked through, in milliseconds. */
const MINUTE = 60_000;

const ignored = () => {};

/**
 * Keeps on the phone what its interpreter has read, for as long as their desk is open. What was somebody else's is
 * forgotten as soon as it is known that somebody else is here. Returns how to end it.
 */
export function keepReading(client: QueryClient): () => void {
  let person = client.getQueryData<Me | null>(ME)?.id;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    void keep(client).catch(ignored);
  };
  const met = (me: Me | null | undefined) => {
    if (me === null) void forget().catch(ignored);
    if (!me || me.id === person) return;
    if (person !== undefined) forgetAll(client);
    person = me.id;
  };
  const end = client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== "updated" || query.state.status !== "success") return;
    if (query.queryKey[0] === ME[0]) met(query.state.data as Me | null);
    else if (!query.meta?.["kept"]) return;
    timer ??= setTimeout(write, BURST);
  });
  const hidden = () => {
    if (document.visibilityState === "hidden") write();
  };
  document.addEventListener("visibilitychange", hidden);
  const minutes = setInterval(() => void trim().catch(ignored), MINUTE);
  write();
  return () => {
    end();
    clearTimeout(timer);
    clearInterval(minutes);
    document.removeEventListener("visibilitychange", hidden);
  };
}
