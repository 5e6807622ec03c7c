import { forgetAhead } from "./ahead";
import { ownHeaders } from "./client";
import { ApiError, offline, type Problem } from "./errors";

/** django-allauth's headless browser API: its 401 is an answer (what comes next), not a failure. */
const BASE = "/_allauth/browser/v1";

interface Flow {
  id: string;
  is_pending?: boolean;
}

export interface Answer {
  status: number;
  /** What the server waits for now, such as `login_by_code`. */
  pending: string | null;
}

interface Body {
  data?: { flows?: Flow[] };
  errors?: { code: string; message: string; param?: string }[];
}

async function ask(method: string, path: string, sent?: unknown): Promise<Answer> {
  // Whoever is signed in next reads for themselves.
  forgetAhead();
  let response: Response;
  try {
    const body = sent === undefined ? null : JSON.stringify(sent);
    const headers = { ...ownHeaders(), "Content-Type": "application/json", Accept: "application/json" };
    response = await fetch(`${BASE}${path}`, { method, headers, credentials: "same-origin", body });
  } catch {
    throw offline();
  }
  const found = (await response.json().catch(() => ({}))) as Body;
  if (found.errors) {
    const errors: Problem[] = found.errors.map(({ code, message, param }) => ({
      code,
      message,
      field: param ?? null,
    }));
    throw new ApiError(response.status, { errors });
  }
  if (response.status >= 500 || response.status === 403 || response.status === 429)
    throw new ApiError(response.status, undefined);
  const pending = found.data?.flows?.find((flow) => flow.is_pending)?.id ?? null;
  return { status: response.status, pending };
}

/** Ask for a code by mail. The answer is the same whether the address is known or not. */
export const requestCode = (email: string) => ask("POST", "/auth/code/request", { email });
export const confirmCode = (code: string) => ask("POST", "/auth/code/confirm", { code });
export const signInByPassword = (email: string, password: string) =>
  ask("POST", "/auth/login", { email, password });
export const signOut = () => ask("DELETE", "/auth/session");
