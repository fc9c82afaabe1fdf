// @ts-check
import { fileURLToPath } from "node:url";

/** @type {string | undefined} */
let bundled;

/**
 * The form with React in it, made at the first request: `npm start` shall not wait for a page that
 * nobody may open. In one piece and at once, because esbuild's lasting process would stay with us.
 */
export async function formBundle() {
  const { buildSync } = await import("esbuild");
  bundled ??= buildSync({
    entryPoints: [fileURLToPath(new URL("in-page/form.mjs", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  }).outputFiles[0]?.text;
  return bundled ?? "";
}
