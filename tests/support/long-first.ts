import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Minutes of waiting or of work in a short file: begun last, they would keep one core busy alone. */
const LONG = [
  "e2e/durability.test.ts",
  "e2e/packing.test.ts",
  "e2e/accessibility.test.ts",
  "traces/relay-killed.test.ts",
  "traces/together.test.ts",
  "traces/offline.test.ts",
];

/** Otherwise as vitest does: what took long the last time, or is a large file, first. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      LONG.some((name) => moduleId.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
