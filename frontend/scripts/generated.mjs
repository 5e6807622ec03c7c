// The types of the API are what the OpenAPI document says: drawn again and compared.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "passerelle-types-"));
const drawn = join(folder, "schema.d.ts");
try {
  execFileSync("node_modules/.bin/openapi-typescript", ["openapi/api.yaml", "--output", drawn], {
    stdio: "pipe",
  });
  execFileSync("node_modules/.bin/prettier", ["--config", ".prettierrc.json", "--write", drawn], {
    stdio: "pipe",
  });
  if (readFileSync(drawn, "utf8") !== readFileSync("src/api/schema.d.ts", "utf8")) {
    console.error("src/api/schema.d.ts is not what openapi/api.yaml says. Run `make generate`.");
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
