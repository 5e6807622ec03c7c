import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ApiError } from "../api/errors";

interface Intent {
  said: string;
  key: string;
  busy: boolean;
}

interface Given<V, R> {
  given: V;
  key: string;
  /** The address it was done at. */
  from: string;
  follow: ((found: R) => void) | undefined;
}

/** Whether the component is still on the screen, to be read later. */
function useMounted() {
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
}

/**
 * An act of a person. Each intent has one key: the second tap of a double click is not sent, and what did not reach
 * the server, or may have been done there, is tried again under the same key, so that it happens once. Every list then says what is true now, and
 * what follows the act happens: also where the news of it took its button away before the answer came, but not where
 * the person has gone on to another address meanwhile.
 */
export function useAct<V, R>(act: (given: V, key: string) => Promise<R>) {
  const client = useQueryClient();
  const intent = useRef<Intent | null>(null);
  const mounted = useMounted();
  const { mutate: send, ...mutation } = useMutation({
    mutationFn: ({ given, key }: Given<V, R>) => act(given, key),
    onSettled: async (found, error, { from, follow }) => {
      const unsure = error instanceof ApiError && error.isUnsure;
      if (intent.current) intent.current.busy = false;
      if (!unsure) intent.current = null;
      await client.invalidateQueries();
      if (!error && (mounted.current || window.location.href === from)) follow?.(found as R);
    },
  });
  const mutate = (given: V, options?: { onSuccess?: (found: R) => void }) => {
    const said = JSON.stringify(given) ?? "";
    if (intent.current?.busy && intent.current.said === said) return;
    const key = intent.current?.said === said ? intent.current.key : crypto.randomUUID();
    intent.current = { said, key, busy: true };
    send({ given, key, from: window.location.href, follow: options?.onSuccess });
  };
  return { ...mutation, mutate };
}
