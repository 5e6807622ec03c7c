import { ApiError } from "../api/errors";

/** Whether an older version was written than the one that stands (412). */
export function isStale(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 412;
}

/** What stands now, where an older version was written; else nothing. */
export function staleNow<T>(error: unknown): T | null {
  return isStale(error) ? ((error.current ?? null) as T | null) : null;
}
