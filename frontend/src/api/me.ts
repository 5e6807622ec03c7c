import { useQuery } from "@tanstack/react-query";
import { api, data, type Schema } from "./client";
import { ApiError } from "./errors";

export type Me = Schema["Me"];

export const ME = ["me"] as const;

/** Who is signed in; null when nobody is. */
export async function fetchMe(): Promise<Me | null> {
  try {
    return await data(api.GET("/api/v1/me"));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export function useMe() {
  return useQuery({ queryKey: ME, queryFn: fetchMe });
}
