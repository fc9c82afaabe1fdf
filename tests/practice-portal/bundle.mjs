// @ts-check
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PROGRAM = fileURLToPath(new URL("./write-form.mjs", import.meta.url));
const MOST_BYTES = 4_000_000;

/** @type {Promise<string> | undefined} */
let bundled;

/**
 * The form with React in it, made at the first request: `npm start` shall not wait for a page that
 * nobody may open. By a process of its own that ends with it, because esbuild keeps another one,
 * which would stay with us.
 */
export function formBundle() {
  bundled ??= made();
  return bundled;
}

async function made() {
  const run = promisify(execFile);
  return (await run(process.execPath, [PROGRAM], { maxBuffer: MOST_BYTES })).stdout;
}
