import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, data, once, onceAt, type Schema } from "../../api/client";

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
    placeholderData: keepPreviousData,
  });
}

export function usePerson(id: string) {
  return useQuery({
    queryKey: peopleKeys.one(id),
    queryFn: () => data(api.GET("/api/v1/interpreters/{id}", { params: { path: { id } } })),
  });
}

export const acts = {
  add: (body: PersonInput, key: string) =>
    data(api.POST("/api/v1/interpreters", { params: { header: once(key) }, body })),
  edit: ({ id, ...body }: { id: string } & Schema["InterpreterEditRequest"], key: string) =>
    data(api.PUT("/api/v1/interpreters/{id}", { params: onceAt(id, key), body })),
  see: ({ id, ...body }: { id: string } & Schema["SeenRequest"], key: string) =>
    data(api.POST("/api/v1/interpreters/{id}/credentials", { params: onceAt(id, key), body })),
  makeLink: (id: string, key: string) =>
    data(api.POST("/api/v1/interpreters/{id}/claim-link", { params: onceAt(id, key) })),
  withdrawLink: (id: string, key: string) =>
    data(api.POST("/api/v1/interpreters/{id}/withdraw-claim-link", { params: onceAt(id, key) })),
};
