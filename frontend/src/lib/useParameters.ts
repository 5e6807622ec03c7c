import { type URLSearchParamsInit, useSearchParams } from "react-router";

type Next = URLSearchParamsInit | ((before: URLSearchParams) => URLSearchParamsInit);

/**
 * The parameters of the address, and how they are changed on the spot. At once, not when the router has time for it:
 * the box that was ticked is ticked, and the next key finds the address as this one left it.
 */
export function useParameters() {
  const [params, setParams] = useSearchParams();
  const change = (next: Next, { replace = true } = {}) =>
    setParams(next, { replace, preventScrollReset: true, flushSync: true });
  return [params, change] as const;
}
