// @ts-check
// Bundles the form for a browser and writes it to whoever runs this.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("in-page/form.mjs", import.meta.url))],
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: "es2022",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "error",
});
process.stdout.write(outputFiles[0]?.contents ?? "");
