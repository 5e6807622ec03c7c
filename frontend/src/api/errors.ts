/** One thing that stands in the way, as the server tells it. */
export interface Problem {
  code: string;
  message: string;
  field?: string | null;
}

function problemsIn(body: unknown): Problem[] {
  const errors = (body as { errors?: unknown } | undefined)?.errors;
  return Array.isArray(errors) ? (errors as Problem[]) : [];
}

/** A refusal by the server. `status` 0: it was not reached, and nothing is known to have changed. */
export class ApiError extends Error {
  readonly problems: Problem[];
  /** The newest state, where an older one was edited (412). */
  readonly current: unknown;

  constructor(
    readonly status: number,
    body: unknown,
  ) {
    const problems = problemsIn(body);
    super(problems.map((problem) => problem.message).join(" ") || `HTTP ${status}`);
    this.name = "ApiError";
    this.problems = problems;
    this.current = (body as { current?: unknown } | undefined)?.current;
  }

  get isOffline(): boolean {
    return this.status === 0;
  }

  /** Whether it was done nobody knows: no answer came, or one that something broke on the way. */
  get isUnsure(): boolean {
    return this.isOffline || this.status >= 500;
  }

  /** The server, or what it needs, cannot be had just now. */
  get isAway(): boolean {
    return this.status >= 502 && this.status <= 504;
  }
}

export function offline(): ApiError {
  return new ApiError(0, undefined);
}

/** The server's errors beside the fields they are about; what belongs to no field stands under "". */
export function byField(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const found: Record<string, string> = {};
  for (const { field, message } of error.problems) {
    const key = field ?? "";
    found[key] = found[key] ? `${found[key]} ${message}` : message;
  }
  return found;
}
