import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { type Me, ME } from "../../api/me";
import { knownList, watch } from "./queue";
import { tell } from "./sender";
import { type List, type Telling, unsentOf, type Waiting } from "./waiting";

/** Whoever reads: another person has other screens. */
const useReader = () => useQueryClient().getQueryData<Me | null>(ME)?.id;

/** What the reader did on this phone and was not sent, and what was overtaken. */
export function useOwnWaiting(): List {
  const who = useReader();
  const list = useSyncExternalStore(watch, knownList);
  return list.filter((one) => one.person === who && one.unsent);
}

/** The reader's last word on something, where it is not sent yet. */
export function useUnsent(about: string): Waiting | undefined {
  const who = useReader();
  const list = useSyncExternalStore(watch, knownList);
  return unsentOf(list, who, about);
}

/** Tells of what is done on this screen, which shows what becomes of the last of it for as long as it is there. */
export function useTell() {
  const client = useQueryClient();
  const last = useRef<Telling>(undefined);
  useEffect(() => () => void (last.current = undefined), []);
  return <R>(telling: Telling) => {
    last.current = telling;
    return tell<R>(client, telling, () => last.current === telling);
  };
}
