/** What the sign-in page is told by the screen that sent somebody there. */
export interface Wanted {
  /** Where they wanted to be: a path of ours, with its search. */
  to: string;
}

/** Where whoever has `roles` goes after signing in: where they wanted to be if it is a desk of theirs, else to the start. */
export function destination(state: unknown, roles: readonly string[]): string {
  const to = (state as Partial<Wanted> | null)?.to;
  if (typeof to !== "string" || !/^\/[^/\\]/.test(to) || to.includes("\\")) return "/";
  return roles.includes(to.split(/[/?#]/)[1] ?? "") ? to : "/";
}
