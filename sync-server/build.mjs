/** Bundles the relay into one file that plain Node runs. Native and large packages stay outside. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));

/** Writes `dist/main.js` and its source map; gives the path. */
export async function buildRelay(outfile = join(here, "dist", "main.js")) {
  await build({
    entryPoints: [join(here, "src", "main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    external: ["libsql", "pino", "prom-client", "ws"],
    logLevel: "warning",
  });
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildRelay();
