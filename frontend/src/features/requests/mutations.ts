import { useMutation, useQueryClient } from "@tanstack/react-query";
import { actKey, api, data, once, onceAt, type Schema } from "../../api/client";
import { useAct } from "../../lib/useAct";
import type { Account } from "./draft/acts";
import { fetchSession, sessionKeys } from "./queries";

/** The account of whoever is signed in, as drafts are kept in it. */
export const account: Account = {
  create: (ask, send, key) =>
    data(
      api.POST("/api/v1/sessions", {
        body: { ...ask, submit: send },
        params: { header: once(key) },
      }),
    ),
  edit: (id, version, ask, send, key) =>
    data(
      api.POST("/api/v1/sessions/{id}/edit", {
        body: { ...ask, version, submit: send },
        params: onceAt(id, key),
      }),
    ),
  read: fetchSession,
};

/** The details of a sent session, written anew. `key` is the intent's: sent again with it, it happens once. */
export const editDetails = ({ id, ...body }: { id: string } & Schema["DetailsEditRequest"], key: string) =>
  data(api.POST("/api/v1/sessions/{id}/edit-details", { params: onceAt(id, key), body }));

export const useWithdraw = () =>
  useAct(({ id, note }: { id: string; note: string }, key) =>
    data(api.POST("/api/v1/sessions/{id}/withdraw", { params: onceAt(id, key), body: { note } })),
  );

export const usePropose = () =>
  useAct(({ id, change }: { id: string; change: Schema["ProposeChangeRequest"] }, key) =>
    data(api.POST("/api/v1/sessions/{id}/propose-change", { params: onceAt(id, key), body: change })),
  );

export const useWithdrawChange = () =>
  useAct(({ id, version }: { id: string; version: number }, key) =>
    data(api.POST("/api/v1/sessions/{id}/withdraw-change", { params: onceAt(id, key), body: { version } })),
  );

export const useChooseTold = () =>
  useAct(({ id, ...body }: { id: string } & Schema["ChooseToldRequest"], key) =>
    data(api.POST("/api/v1/sessions/{id}/choose-told", { params: onceAt(id, key), body })),
  );

/** Nothing follows it on the screen, which was left already. */
export function useDiscard() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      data(api.POST("/api/v1/sessions/{id}/discard", { params: { path: { id }, header: actKey() } })),
    onSettled: () => client.invalidateQueries({ queryKey: sessionKeys.all }),
  });
}

export function useToldByDefault(agency: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ member, told }: { member: string; told: boolean }) =>
      data(
        api.PUT("/api/v1/agencies/{id}/members/{member}", {
          params: { path: { id: agency, member }, header: actKey() },
          body: { told_by_default: told },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["agency"] }),
  });
}
