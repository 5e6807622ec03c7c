import { beforeEach, expect, it, vi } from "vitest";
import { draftsOf, forgetDrafts, mayWriteDrafts, unsavedBy, writeDraftsAgain } from "./drafts";

const write = (name: string, unsaved: boolean) => localStorage.setItem(name, JSON.stringify({ unsaved }));

beforeEach(() => {
  localStorage.clear();
  write(`${draftsOf("juliette")}new`, true);
  write(`${draftsOf("juliette")}1`, false);
  write(`${draftsOf("ben")}new`, true);
});

it("counts what of one person is on this device alone", () => {
  expect([unsavedBy("juliette"), unsavedBy("ben"), unsavedBy("nobody")]).toEqual([1, 1, 0]);
  localStorage.setItem(`${draftsOf("juliette")}2`, "not readable");
  expect(unsavedBy("juliette")).toBe(1);
});

it("takes all drafts of who leaves, and nobody else's", () => {
  forgetDrafts("juliette");
  expect(Object.keys(localStorage).filter((name) => name.startsWith("passerelle.draft."))).toEqual([
    `${draftsOf("ben")}new`,
  ]);
});

it("lets nobody write until somebody is signed in", () => {
  forgetDrafts("juliette");
  expect(mayWriteDrafts(localStorage)).toBe(false);
  writeDraftsAgain();
  expect(mayWriteDrafts(localStorage)).toBe(true);
});

it("takes them from a device that is full, too", () => {
  const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  forgetDrafts("juliette");
  full.mockRestore();
  expect(unsavedBy("juliette")).toBe(0);
  expect(localStorage.getItem(`${draftsOf("juliette")}1`)).toBeNull();
});
