import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useHeldOrder } from "./useHeldOrder";

const order = (first: string[], why = "first") =>
  renderHook(({ ids, reason }) => useHeldOrder(ids, reason), { initialProps: { ids: first, reason: why } });

test("an order stays while the things in it change, and can be taken anew", () => {
  const { result, rerender } = order(["gap", "full"]);
  rerender({ ids: ["full", "gap"], reason: "first" });
  expect(result.current).toMatchObject({ ids: ["gap", "full"], outdated: true });
  act(() => result.current.sortAnew());
  expect(result.current).toMatchObject({ ids: ["full", "gap"], outdated: false });
});

test("what is new comes behind, what is gone goes", () => {
  const { result, rerender } = order(["a", "b"]);
  rerender({ ids: ["new", "b"], reason: "first" });
  expect(result.current.ids).toEqual(["b", "new"]);
});

test("another reason is another order, at once", () => {
  const { result, rerender } = order(["a", "b"]);
  rerender({ ids: ["b", "a"], reason: "other filter" });
  expect(result.current).toMatchObject({ ids: ["b", "a"], outdated: false });
});
