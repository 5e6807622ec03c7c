import { ownHeaders } from "./client";
import { ApiError, offline } from "./errors";

/** What the API answers with as a file, under the name it gives it, or `otherwise`. */
export async function fetchFile(path: string, otherwise: string): Promise<{ file: Blob; name: string }> {
  const found = await fetch(path, { headers: ownHeaders(), credentials: "same-origin" }).catch(() => {
    throw offline();
  });
  if (!found.ok) throw new ApiError(found.status, await found.json().catch(() => undefined));
  const named = /filename="([^"]+)"/.exec(found.headers.get("Content-Disposition") ?? "");
  return { file: await found.blob(), name: named?.[1] ?? otherwise };
}
