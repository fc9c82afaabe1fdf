/** All processes of a browser profile, as the kernel knows them: to put a whole machine to sleep. */
import { readdirSync, readFileSync } from "node:fs";

/** The browser of this profile and whatever it has started, by their ids. */
export function processesOf(folder: string): readonly number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  const parents = new Map(all.map((id) => [Number(id), parentOf(id)]));
  const named = all.filter((id) => read(id, "cmdline").includes(`--user-data-dir=${folder}\0`));
  const found = new Set(named.map(Number));
  // A child has a higher place in nobody's list: once more until no new one is found.
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [id, parent] of parents) if (found.has(parent)) found.add(id);
  }
  return [...found];
}

/** Signals processes that may be gone already. */
export function signalAll(processes: readonly number[], signal: NodeJS.Signals): void {
  for (const id of processes) {
    try {
      process.kill(id, signal);
    } catch {
      // It ended by itself.
    }
  }
}

function parentOf(id: string): number {
  // The name stands in brackets, and may hold brackets and spaces itself.
  const stat = read(id, "stat");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? 0);
}

function read(id: string, name: string): string {
  try {
    return readFileSync(`/proc/${id}/${name}`, "utf8");
  } catch {
    return "";
  }
}
