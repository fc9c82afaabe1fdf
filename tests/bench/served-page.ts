/** A page of the bench's own: bundled now, served on loopback, where a browser gives it its keys. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export type ServedPage = { readonly url: string; readonly close: () => Promise<void> };

export async function servePage(
  name: "stock-editor" | "opening" | "slow-page",
): Promise<ServedPage> {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL(`pages/${name}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const script = bundled.outputFiles[0]?.text ?? "";
  const page = `<!doctype html><meta charset="utf-8"><title>Bench</title>
<style>body { font: 16px sans-serif; } .tiptap { white-space: pre-wrap; }</style>
<div id="editor"></div><script type="module" src="/script.js"></script>`;
  const server = createServer((request, response) => {
    const isScript = request.url === "/script.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : page);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
