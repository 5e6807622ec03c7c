import { render, screen } from "@testing-library/react";
import { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { expect, test } from "vitest";
import { useParameters } from "./useParameters";

function Choice() {
  const [params, change] = useParameters();
  return (
    <input
      type="checkbox"
      checked={params.get("only") === "gaps"}
      onChange={() => change({ only: "gaps" })}
      aria-label="Those who need people"
    />
  );
}

/** All that is done before the next key or tap can be: no task of the event loop is between. */
async function theSameTask() {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}

test("a box in the address is ticked before the next key is heard", async () => {
  const router = createMemoryRouter([{ path: "/", element: <Choice /> }]);
  render(<RouterProvider router={router} />);
  const box = await screen.findByRole("checkbox");
  box.click();
  await theSameTask();
  expect(router.state.location.search).toBe("?only=gaps");
  expect(box).toBeChecked();
});
