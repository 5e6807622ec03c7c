// A compressed copy beside each file of the build, which whoever serves it sends as it is: the best there is, since it is
// made once, and a phone waits for the bytes.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const DIST = "dist";
const TEXT = /\.(?:js|css|html|svg|txt)$/;
const COPIES = {
  ".br": (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  ".gz": (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

async function copy(file, ending) {
  const bytes = readFileSync(file);
  const smaller = await COPIES[ending](bytes);
  if (smaller.length < bytes.length) writeFileSync(file + ending, smaller);
}

const files = readdirSync(DIST, { recursive: true })
  .filter((name) => TEXT.test(name))
  .map((name) => join(DIST, name));
await Promise.all(files.flatMap((file) => Object.keys(COPIES).map((ending) => copy(file, ending))));
