import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, data, once, onceAt, type Schema } from "../../api/client";
import { fetchFile } from "../../api/file";

export type Import = Schema["ImportView"];
export type Kind = Schema["ImportKind"];
export type Row = Schema["ImportRowView"];
export type RowState = Schema["ImportRowState"];
export type Column = Schema["ImportColumn"];
export type Field = Schema["ImportField"];
export type Format = "csv" | "xlsx";

const importKeys = {
  list: ["import", "list"] as const,
  one: (id: string) => ["import", "one", id] as const,
  rows: (id: string, version: number, state: RowState | "") =>
    ["import", "rows", id, version, state] as const,
};

const next = (last: { next: string | null }) => last.next ?? undefined;

export function useImports() {
  return useInfiniteQuery({
    queryKey: importKeys.list,
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/imports", {
          params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: next,
  });
}

export function useImport(id: string) {
  return useQuery({
    queryKey: importKeys.one(id),
    queryFn: () => data(api.GET("/api/v1/imports/{id}", { params: { path: { id } } })),
  });
}

/** The rows of a sheet in its order, of one state or all; asked anew for every version of the import. */
export function useRows({ id, version }: Import, state: RowState | "") {
  return useInfiniteQuery({
    queryKey: importKeys.rows(id, version, state),
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/imports/{id}/rows", {
          params: {
            path: { id },
            query: { ...(state && { state }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: next,
    placeholderData: keepPreviousData,
  });
}

/** What tells one chosen file from another: an act sent again is only the same act with the same file. */
export interface Chosen {
  kind: Kind;
  name: string;
  size: number;
  modified: number;
  file: File;
}

function form({ kind, file }: Chosen): FormData {
  const body = new FormData();
  body.set("kind", kind);
  body.set("file", file);
  return body;
}

export const acts = {
  start: (chosen: Chosen, key: string) =>
    data(
      api.POST("/api/v1/imports", {
        params: { header: once(key) },
        body: { kind: chosen.kind, file: chosen.name },
        bodySerializer: () => form(chosen),
      }),
    ),
  match: ({ id, ...body }: { id: string } & Schema["PatchedMatchingRequest"], key: string) =>
    data(api.PATCH("/api/v1/imports/{id}", { params: onceAt(id, key), body })),
  apply: ({ id, ...body }: { id: string } & Schema["ApplyingRequest"], key: string) =>
    data(api.POST("/api/v1/imports/{id}/apply", { params: onceAt(id, key), body })),
  undo: (id: string, key: string) => data(api.POST("/api/v1/imports/{id}/undo", { params: onceAt(id, key) })),
  discard: (id: string, key: string) => data(api.DELETE("/api/v1/imports/{id}", { params: onceAt(id, key) })),
};

/** Everything of a kind as a file in the reader's language. A plain link would ask in the browser's. */
export function exported({ kind, format }: { kind: Kind; format: Format }) {
  return fetchFile(`/api/v1/exports/${kind}?format=${format}`, `${kind}.${format}`);
}
