import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ApiError } from "../api/errors";

interface Intent {
  said: string;
  key: string;
  busy: boolean;
}

interface Given<V> {
  given: V;
  key: string;
}

/**
 * An act of a person. Each intent has one key: the second tap of a double click is not sent, and what did not reach
 * the server is tried again under the same key, so that it happens once. Every list then says what is true now.
 */
export function useAct<V, R>(act: (given: V, key: string) => Promise<R>) {
  const client = useQueryClient();
  const intent = useRef<Intent | null>(null);
  const { mutate: send, ...mutation } = useMutation({
    mutationFn: ({ given, key }: Given<V>) => act(given, key),
    onSettled: (_found, error) => {
      const unsure = error instanceof ApiError && error.isOffline;
      if (intent.current) intent.current.busy = false;
      if (!unsure) intent.current = null;
      return client.invalidateQueries();
    },
  });
  const mutate = (given: V, options?: { onSuccess?: (found: R) => void }) => {
    const said = JSON.stringify(given) ?? "";
    if (intent.current?.busy && intent.current.said === said) return;
    const key = intent.current?.said === said ? intent.current.key : crypto.randomUUID();
    intent.current = { said, key, busy: true };
    send({ given, key }, { onSuccess: (found) => options?.onSuccess?.(found) });
  };
  return { ...mutation, mutate };
}
