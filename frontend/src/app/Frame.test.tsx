import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { show } from "../testing/render";
import { Frame } from "./Frame";

/** The elements of a frame in their order: what each is, its classes, and where it ends. */
function outline(within: ParentNode): string[] {
  const frame = within.querySelector(".frame");
  if (!frame) throw new Error("There is no frame.");
  return [frame, ...frame.querySelectorAll(":not(.visually-hidden)")].map(
    (one) =>
      `${one.parentElement?.className} > ${one.localName}.${one.getAttribute("class")} ${one.children.length}`,
  );
}

test("the page itself holds the frame that the screens begin with", async () => {
  const page = new DOMParser().parseFromString(readFileSync("index.html", "utf8"), "text/html");
  const { container } = await show(<Frame />);
  const said = container.querySelector(".visually-hidden");
  expect(said).toHaveTextContent("Loading…");
  said?.remove();
  const [, ...inPage] = outline(page);
  const [, ...drawn] = outline(container);
  expect(drawn).toEqual(inPage);
});
