import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { ApiError, offline } from "../api/errors";
import { useAct } from "./useAct";

type Sent = { given: unknown; key: string };

/** The hook on an act that answers as told, and everything it was sent. */
function acting(answers: (Error | null)[]) {
  const sent: Sent[] = [];
  const client = new QueryClient({ defaultOptions: { mutations: { networkMode: "always" } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const send = (given: unknown, key: string) => {
    sent.push({ given, key });
    const answer = answers[sent.length - 1] ?? null;
    return answer ? Promise.reject(answer) : Promise.resolve("done");
  };
  return { sent, hook: renderHook(() => useAct(send), { wrapper }).result };
}

const keys = (sent: Sent[]) => new Set(sent.map(({ key }) => key)).size;

test("the second tap of a double click is not sent", async () => {
  const { sent, hook } = acting([]);
  act(() => {
    hook.current.mutate({ id: "a" });
    hook.current.mutate({ id: "a" });
  });
  await waitFor(() => expect(hook.current.isSuccess).toBe(true));
  expect(sent).toHaveLength(1);
});

test("what did not reach the server is sent again under its key, what was refused under a new one", async () => {
  const { sent, hook } = acting([offline(), new ApiError(409, { errors: [] }), null]);
  for (const after of ["isError", "isError", "isSuccess"] as const) {
    act(() => hook.current.mutate({ id: "a" }));
    await waitFor(() => expect(hook.current[after] && !hook.current.isPending).toBe(true));
  }
  expect(sent).toHaveLength(3);
  expect(sent[0]?.key).toBe(sent[1]?.key);
  expect(keys(sent)).toBe(2);
});

test.each([500, 502, 503])(
  "whether it was done is open after %i: the next tap asks under the same key",
  async (status) => {
    const { sent, hook } = acting([new ApiError(status, { errors: [] }), null]);
    for (const after of ["isError", "isSuccess"] as const) {
      act(() => hook.current.mutate({ id: "a" }));
      await waitFor(() => expect(hook.current[after] && !hook.current.isPending).toBe(true));
    }
    expect([sent.length, keys(sent)]).toEqual([2, 1]);
  },
);

test("another act is another intent, also while one is on its way", async () => {
  const { sent, hook } = acting([]);
  act(() => {
    hook.current.mutate({ id: "a" });
    hook.current.mutate({ id: "b" });
  });
  await waitFor(() => expect(hook.current.isPending).toBe(false));
  expect([sent.length, keys(sent)]).toEqual([2, 2]);
});

/** An act whose answer comes when it is let go, and whether what follows it happened. */
function held() {
  const waiting: ((answer: string) => void)[] = [];
  const answer = new Promise<string>((resolve) => waiting.push(resolve));
  const follow = vi.fn<(answer: unknown) => void>();
  const client = new QueryClient({ defaultOptions: { mutations: { networkMode: "always" } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result, unmount } = renderHook(() => useAct(() => answer), { wrapper });
  act(() => result.current.mutate("a", { onSuccess: follow }));
  const settled = () => waitFor(() => expect(client.isMutating()).toBe(0));
  return { follow, unmount, settled, letGo: () => waiting.forEach((resolve) => resolve("done")) };
}

test("what follows an act happens also where its button is gone before the answer", async () => {
  const { follow, unmount, settled, letGo } = held();
  unmount();
  letGo();
  await settled();
  expect(follow).toHaveBeenCalledExactlyOnceWith("done");
});

test("who has gone elsewhere meanwhile is not taken away from there", async () => {
  const { follow, unmount, settled, letGo } = held();
  unmount();
  window.history.pushState(null, "", "/elsewhere");
  letGo();
  await settled();
  expect(follow).not.toHaveBeenCalled();
});
