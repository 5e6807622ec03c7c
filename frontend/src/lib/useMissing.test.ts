import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useMissing } from "./useMissing";

test("what is missing is said once the form is sent without it, and no longer once it is there", () => {
  const form = renderHook(({ value }) => useMissing(value), { initialProps: { value: "" } });
  expect(form.result.current.missing).toBe(false);
  act(() => expect(form.result.current.isThere()).toBe(false));
  expect(form.result.current.missing).toBe(true);
  form.rerender({ value: "2026-12-04" });
  expect(form.result.current.missing).toBe(false);
  act(() => expect(form.result.current.isThere()).toBe(true));
  form.rerender({ value: "" });
  expect(form.result.current.missing).toBe(false);
});
