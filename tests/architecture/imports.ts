import { existsSync } from "node:fs";
import { posix } from "node:path";
import { isCode, read, ROOT } from "./sources";

export type Import =
  /** A file of this project, by its path. */
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "package"; readonly name: string };

// Prettier writes the code, so an import begins its line. Declarations hold `=` or `(` before any
// `from`, imports never do.
const FORMS = [
  /^[ \t]*(?:import|export)\s+[\w*{][^"'`;=()]*?\bfrom\s*["']([^"']+)["']/gm,
  /^[ \t]*import\s*["']([^"']+)["']/gm,
  /\bimport\(\s*["']([^"']+)["']/g,
  /\bnew URL\(\s*["'](\.[^"']+)["']/g,
];

/** What a file imports, types too: a type is knowledge as well. */
export function importsOf(file: string): readonly Import[] {
  return namesIn(read(file)).map((name) => resolved(file, name));
}

/** Whether each import of a file was read: one in another form would slip past the table. */
export function isReadable(file: string): boolean {
  const code = read(file);
  const begun = [...code.matchAll(/^[ \t]*import\b|(?<![\w.*`] ?)\bimport\(|\brequire\(/gm)];
  const written = [...code.matchAll(/^[ \t]*export\s+(?:type\s+)?[*{][^"'`;=()]*?\bfrom\b/gm)];
  const urls = [...code.matchAll(/\bnew URL\(\s*["']\./g)];
  return namesIn(code).length >= begun.length + written.length + urls.length;
}

const namesIn = (code: string): readonly string[] =>
  FORMS.flatMap((form) => [...code.matchAll(form)].map((found) => found[1] ?? ""));

/** Every file and package that can be reached from these files, each with one way that leads to it. */
export function reachedFrom(files: readonly string[]): ReadonlyMap<string, string> {
  const ways = new Map<string, string>(files.map((file) => [file, file]));
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const one of importsOf(file)) {
      const name = one.type === "file" ? one.path : one.name;
      if (ways.has(name)) continue;
      ways.set(name, `${ways.get(file) ?? file} → ${name}`);
      if (one.type === "file" && isCode(name) && existsSync(ROOT + name)) open.push(name);
    }
  }
  return ways;
}

function resolved(from: string, name: string): Import {
  // The bundler takes a scheme that says how to load a file: `url:./look.css`.
  const plain = name.replace(/^[a-z-]+:(?=\.)/, "");
  if (plain.startsWith(".")) return fileAt(posix.join(posix.dirname(from), plain));
  if (plain.startsWith("@beiakte/")) return fileAt(plain.slice("@beiakte/".length));
  if (plain.startsWith("node:")) return { type: "package", name: "node" };
  const parts = plain.split("/");
  return { type: "package", name: parts.slice(0, plain.startsWith("@") ? 2 : 1).join("/") };
}

function fileAt(path: string): Import {
  const found = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`].find(
    (one) => /\.\w+$/.test(one) && existsSync(ROOT + one),
  );
  return { type: "file", path: found ?? path };
}
