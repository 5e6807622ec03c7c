import { ApiError } from "../api/errors";

/** What stands now, where an older version was written (412); else nothing. */
export function staleNow<T>(error: unknown): T | null {
  return error instanceof ApiError && error.status === 412 ? ((error.current ?? null) as T | null) : null;
}
