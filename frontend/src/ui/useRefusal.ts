import { useState } from "react";
import { ApiError } from "../api/errors";

interface Asked {
  data: unknown;
  error: unknown;
  /** How often it failed; what is being asked for the first time never did. */
  errorUpdateCount?: number;
}

function refused(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.status === 403 || error.status === 404);
}

/** Why the query was refused, also while it is asked again: it forgets its error then, and the screen would begin anew. */
export function useRefusal({ data, error, errorUpdateCount = 0 }: Asked): ApiError | null {
  const [held, hold] = useState<ApiError | null>(null);
  const now = refused(error) ? error : null;
  if (now && now !== held) hold(now);
  const again = data === undefined && !error && errorUpdateCount > 0;
  return now ?? (again ? held : null);
}
