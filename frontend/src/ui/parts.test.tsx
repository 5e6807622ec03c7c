import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { show } from "../testing/render";
import { Act } from "./Act";
import { ErrorSummary } from "./ErrorSummary";
import { Clocks, Hours } from "./Hours";
import { SideSheet } from "./SideSheet";
import { StatusNote, type StatusKind } from "./StatusNote";
import { Names } from "./Names";
import { UserText } from "./UserText";

describe("an act", () => {
  test("is done once for each press", async () => {
    const done = vi.fn<() => void>();
    await show(<Act onClick={done}>Send</Act>);
    await userEvent.click(screen.getByRole("button", { name: "Send" }));
    expect(done).toHaveBeenCalledTimes(1);
  });

  test("is deaf while it is on its way, and keeps the focus", async () => {
    const done = vi.fn<() => void>();
    await show(
      <Act busy onClick={done}>
        Send
      </Act>,
    );
    const button = screen.getByRole("button", { name: "Send" });
    await userEvent.click(button);
    expect(done).not.toHaveBeenCalled();
    expect(button).toHaveAttribute("aria-disabled", "true");
    expect(button).toHaveFocus();
  });

  test("never sends a form unless it says so", async () => {
    await show(<Act>Not now</Act>);
    expect(screen.getByRole("button")).toHaveAttribute("type", "button");
  });
});

test("every status has a word and a shape of its own", async () => {
  const kinds: StatusKind[] = ["asked", "yes", "confirmed", "gap", "over"];
  const { container } = await show(
    <>
      {kinds.map((kind) => (
        <StatusNote key={kind} kind={kind}>
          {kind}
        </StatusNote>
      ))}
    </>,
  );
  const shapes = [...container.querySelectorAll(".status svg")].map((shape) => shape.innerHTML);
  expect(new Set(shapes).size).toBe(kinds.length);
  for (const kind of kinds) expect(screen.getByText(kind)).toHaveAttribute("data-kind", kind);
});

const form = (message: string) => (
  <>
    <ErrorSummary problems={{ day: message }} />
    <input aria-label="Day" />
  </>
);

describe("the summary of a form's problems", () => {
  test("is not there without any", async () => {
    await show(<ErrorSummary problems={{}} />);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("takes the focus and leads to each field", async () => {
    await show(<ErrorSummary problems={{ "needs.0.people": "Give a number.", "": "The day is over." }} />);
    expect(screen.getByRole("alert")).toHaveFocus();
    expect(screen.getByRole("link")).toHaveAttribute("href", "#needs-0-people");
    expect(screen.getByText("The day is over.").closest("a")).toBeNull();
  });

  test("takes the focus again for other problems, not for the same", async () => {
    const { rerender } = await show(form("Choose the day."));
    screen.getByLabelText("Day").focus();
    rerender(form("Choose the day."));
    expect(screen.getByLabelText("Day")).toHaveFocus();
    rerender(form("That day is over."));
    expect(screen.getByRole("alert")).toHaveFocus();
  });
});

describe("a side sheet", () => {
  test("takes the focus, and closes by its button", async () => {
    const close = vi.fn<() => void>();
    await show(
      <SideSheet title="Farsi" close={close}>
        <p>Nobody yet</p>
      </SideSheet>,
    );
    expect(screen.getByRole("complementary", { name: "Farsi" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(close).toHaveBeenCalledTimes(1);
  });

  test("closes by Escape also when the focused button is gone", async () => {
    const close = vi.fn<() => void>();
    const part = (asked: boolean) => (
      <SideSheet title="Farsi" close={close}>
        {!asked && <button type="button">Ask all</button>}
      </SideSheet>
    );
    const { rerender } = await show(part(false));
    screen.getByRole("button", { name: "Ask all" }).focus();
    rerender(part(true));
    expect(document.body).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    expect(close).toHaveBeenCalledTimes(1);
  });
});

test("of several names each has its own direction, and the comma is the page's", async () => {
  const { container } = await show(<Names of={["Amina", "فاطمة", "Luc"]} />, "ar");
  expect([...container.querySelectorAll("bdi[dir=auto]")].map((name) => name.textContent)).toEqual([
    "Amina",
    "فاطمة",
    "Luc",
  ]);
  expect(container.textContent).toContain("Amina، فاطمة، Luc");
});

test("what a person typed has its own direction", async () => {
  await show(<UserText>حلقة النساء</UserText>);
  expect(screen.getByText("حلقة النساء")).toHaveAttribute("dir", "auto");
});

describe("hours", () => {
  afterEach(() => void vi.unstubAllEnvs());
  const when = { start: "2026-12-04T09:00:00Z", end: "2026-12-04T10:15:00Z", zone: "Europe/Paris" };

  test("name the place's zone on a device elsewhere", async () => {
    vi.stubEnv("TZ", "Europe/London");
    await show(<Hours {...when} />);
    expect(screen.getByText("10:00–11:15")).toBeVisible();
    expect(screen.getByText("Central European Time")).toBeVisible();
  });

  test("are bare on a device there", async () => {
    vi.stubEnv("TZ", "Europe/Paris");
    await show(<Hours {...when} />);
    expect(screen.getByText("10:00–11:15").parentElement).toHaveTextContent(/10:00–11:15$/);
  });

  test("run with the page, in their own run of text", async () => {
    await show(<Clocks {...when} />, "ar");
    const said = screen.getByText("من 10:00 إلى 11:15");
    expect(said).toHaveClass("clocks");
    expect(said).not.toHaveAttribute("dir");
  });
});
