import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Runs a program in the project's folder, its output beside ours, and gives its exit code.
 *
 * @param {string} program
 * @param {readonly string[]} options
 * @param {{ readonly env?: Readonly<Record<string, string>>; readonly folder?: string }} [where]
 * @returns {Promise<number>}
 */
export function run(program, options, where = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, options, {
      cwd: where.folder ?? ROOT,
      env: { ...process.env, ...where.env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    // Another may have failed beside it: then nobody waits for this one.
    const end = () => child.kill();
    process.once("exit", end);
    child.on("error", (problem) => {
      console.error(`${program} could not be started: ${problem.message}`);
      resolve(1);
    });
    child.on("exit", (code) => {
      process.off("exit", end);
      resolve(code ?? 1);
    });
  });
}

/**
 * The same with this very Node, for a script of the project or of an installed package.
 *
 * @param {string} script
 * @param {readonly string[]} options
 * @param {{ readonly env?: Readonly<Record<string, string>>; readonly folder?: string }} [where]
 */
export function runNode(script, options, where) {
  return run(process.execPath, [script, ...options], where);
}

/**
 * Runs a program that stays, until it ends or somebody ends us; gives its exit code. It gets a
 * process group of its own: a terminal's Ctrl-C reaches a whole group, and the program would be
 * told twice to end, by the terminal and by us.
 *
 * @param {string} script
 * @param {readonly string[]} options
 * @param {(line: string) => void} [onLine] called after each line that was printed
 * @returns {Promise<number>}
 */
export function stayWith(script, options, onLine) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...options], {
      cwd: ROOT,
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "inherit"],
    });
    let rest = "";
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (/** @type {string} */ text) => {
      process.stdout.write(text);
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine?.(line);
    });
    // npm and the terminal may both tell us of one Ctrl-C. Only somebody who has waited means it.
    let toldAt = Infinity;
    const end = () => {
      const now = performance.now();
      if (toldAt === Infinity) child.kill("SIGTERM");
      else if (now > toldAt + 1000) child.kill("SIGKILL");
      toldAt = Math.min(toldAt, now);
    };
    process.on("SIGINT", end);
    process.on("SIGTERM", end);
    process.on("SIGHUP", end);
    // npm ends its shell and not what the shell runs: without a look, we would stay behind.
    const parent = process.ppid;
    const look = () => process.ppid === parent || end();
    if (process.env["npm_lifecycle_event"] !== undefined) setInterval(look, 250).unref();
    child.on("error", () => resolve(1));
    // Not `exit`: what the program said last may still be on its way.
    child.on("close", (code) => resolve(code ?? 1));
  });
}
