/** Runs before each file with a real browser: a failed test is told with what was on screen. */
import { afterEach } from "vitest";
import { screensOnShow } from "./open-screens";

declare module "vitest" {
  interface TaskMeta {
    /** Those of all open browsers. */
    screens?: readonly string[];
  }
}

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") task.meta.screens = await screensOnShow();
});
