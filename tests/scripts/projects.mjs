import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "./run.mjs";

/** @typedef {{ readonly passed: number; readonly failed: number; readonly skipped: number }} Count */

/**
 * Runs some of the projects of `vitest.config.ts` and counts their tests.
 *
 * @param {readonly string[]} names
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<Count>}
 */
export async function runProjects(names, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "beiakte-tests-"));
  const file = join(folder, "result.json");
  const code = await runNode(
    "node_modules/vitest/vitest.mjs",
    [
      "run",
      "--config=tests/vitest.config.ts",
      ...names.map((name) => `--project=${name}`),
      "--passWithNoTests",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    { env },
  );
  const counted = countOf(file);
  rmSync(folder, { recursive: true, force: true });
  // A file that does not load has no tests that could fail, and a crash may leave no result at all.
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * @param {string} file
 * @returns {Count}
 */
function countOf(file) {
  try {
    const result = JSON.parse(readFileSync(file, "utf8"));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
