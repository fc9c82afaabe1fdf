import "vitest";
import type { Package } from "./pack.mjs";

declare module "vitest" {
  /** What `in-browser.mjs` makes for projects with a real browser; `inject("chromium")` reads it. */
  interface ProvidedContext {
    readonly chromium: string;
    /** A path, or `none`. */
    readonly firefox: string;
    readonly panel: string;
    /** A folder, as `panel` is. */
    readonly firefoxPanel: string;
    /** What `npm run build` packs. */
    readonly packages: readonly Package[];
    readonly relay: string;
  }
}
