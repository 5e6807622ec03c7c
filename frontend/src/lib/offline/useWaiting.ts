import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { type Me, ME } from "../../api/me";
import { knownList, watch } from "./queue";
import { type List, unsentOf, type Waiting } from "./waiting";

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
