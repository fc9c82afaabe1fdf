import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The project's folder, with a slash at its end. Paths below are relative to it. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const NOT_OURS = new Set(["node_modules", "build", "dist", ".plasmo", ".git"]);

/** All files below a folder but what is installed or built, as paths from the project's folder. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(ROOT + folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => {
      if (NOT_OURS.has(one.name)) return [];
      const path = folder === "" ? one.name : `${folder}/${one.name}`;
      return one.isDirectory() ? filesBelow(path) : [path];
    });
}

export const read = (path: string): string => readFileSync(ROOT + path, "utf8");

export const isCode = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith(".d.ts");

/** Every TypeScript file of the product: what is shipped, not what tests it. */
export const PRODUCT: readonly string[] = ["shared", "extension/src", "sync-server/src"]
  .flatMap(filesBelow)
  .filter(isCode);
