/** A disk of its own for one folder, so small that it can be filled. Only root can make one. */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type SmallDisk = {
  readonly folder: string;
  /** Until not one byte more can be written. */
  readonly fill: () => void;
  readonly free: () => void;
  readonly remove: () => void;
};

/** Nothing where this process may not mount. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "beiakte-small-disk-"));
  const filler = join(folder, "filler");
  try {
    const size = `size=${megabytes}m`;
    execFileSync("mount", ["-t", "tmpfs", "-o", size, "none", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    fill() {
      const file = openSync(filler, "a");
      for (let size = 1 << 20; size >= 1; size = isWritten(file, size) ? size : size >> 1);
      closeSync(file);
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      // Lazily: a process of the browser may take a moment longer to let go.
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isWritten(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size;
  } catch {
    return false;
  }
}
