import createClient from "openapi-fetch";
import { locale } from "../i18n/locale";
import { takeAhead } from "./ahead";
import type { components, paths } from "./schema";
import { ApiError, offline } from "./errors";

export type Schema = components["schemas"];

function cookie(name: string): string {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

/** Over https the cookie has a prefix, by which no other host can have set it. */
const token = () => cookie("__Host-csrftoken") || cookie("csrftoken");

/** Headers every request of ours carries: the reader's language, and the token against forged requests. */
export function ownHeaders(): Record<string, string> {
  return { "Accept-Language": locale(), "X-CSRFToken": token() };
}

export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: "same-origin" });

api.use({
  async onRequest({ request }) {
    const answer = await takeAhead(request);
    if (answer) return answer;
    for (const [name, value] of Object.entries(ownHeaders())) request.headers.set(name, value);
    return request;
  },
  onError: () => offline(),
});

/** The data of an answer, or an `ApiError` with everything the server said. */
export async function data<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data: found, error, response } = await asked;
  if (!response.ok || error !== undefined) throw new ApiError(response.status, error);
  return found as T;
}

/** One key for each act of a person: sent again with the same key, an act happens once. */
export function actKey(): { "Idempotency-Key": string } {
  return { "Idempotency-Key": crypto.randomUUID() };
}

/** The header of an intent whose key is known: whoever sends it again sends the same. */
export const once = (key: string) => ({ "Idempotency-Key": key });

/** The same, for an act on one thing. */
export const onceAt = (id: string, key: string) => ({ path: { id }, header: once(key) });
