import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { actKey, api, data, type Schema } from "../../api/client";

export type Interpreter = Schema["InterpreterView"];
export type Person = Schema["PersonView"];
export type PersonInput = Schema["NewInterpreterRequest"];

export interface Filters {
  search: string;
  language: string;
  active: "any" | "yes" | "no";
}

export const peopleKeys = {
  list: (filters: Filters) => ["interpreter", "list", filters] as const,
  one: (id: string) => ["interpreter+shift+session+visit", "person", id] as const,
};

export function useInterpreters(filters: Filters) {
  return useInfiniteQuery({
    queryKey: peopleKeys.list(filters),
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/interpreters", {
          params: {
            query: {
              active: filters.active,
              ...(filters.search && { search: filters.search }),
              ...(filters.language && { language: filters.language }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
}

export function usePerson(id: string) {
  return useQuery({
    queryKey: peopleKeys.one(id),
    queryFn: () => data(api.GET("/api/v1/interpreters/{id}", { params: { path: { id } } })),
  });
}

/** Run an act, then let every list say what is true now. */
export function useAct<V, R>(act: (given: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries() });
}

const path = (id: string) => ({ path: { id }, header: actKey() });

export const acts = {
  add: (body: PersonInput) => data(api.POST("/api/v1/interpreters", { params: { header: actKey() }, body })),
  edit: ({ id, ...body }: { id: string } & Schema["InterpreterEditRequest"]) =>
    data(api.PUT("/api/v1/interpreters/{id}", { params: path(id), body })),
  see: ({ id, ...body }: { id: string } & Schema["SeenRequest"]) =>
    data(api.POST("/api/v1/interpreters/{id}/credentials", { params: path(id), body })),
  makeLink: (id: string) => data(api.POST("/api/v1/interpreters/{id}/claim-link", { params: path(id) })),
  withdrawLink: (id: string) =>
    data(api.POST("/api/v1/interpreters/{id}/withdraw-claim-link", { params: path(id) })),
};
