import { expect, test } from "vitest";
import { floorOf, FLOORS, isWithin, OUT_OF_REACH } from "./floors";
import { type Import, importsOf, isReadable, reachedFrom } from "./imports";
import { PRODUCT } from "./sources";

test("[AR1] a folder imports only what the table of floors allows it", () => {
  const forbidden = PRODUCT.flatMap((file) =>
    importsOf(file)
      .filter((one) => !isAllowed(file, one))
      .map((one) => `${file} imports ${nameOf(one)}`),
  );
  expect(forbidden).toEqual([]);
});

test("[AR1] the table itself points downwards only", () => {
  const upwards = FLOORS.flatMap((floor, height) =>
    FLOORS.slice(height + 1)
      .filter(({ place: above }) =>
        floor.places.some((place) => isWithin(above, place) || isWithin(place, above)),
      )
      .map((above) => `${floor.place} imports ${above.place}, which stands above it`),
  );
  expect(upwards).toEqual([]);
});

test("[AR2] every file of the product stands in a folder of the table", () => {
  expect(PRODUCT.filter((file) => floorOf(file) === undefined)).toEqual([]);
});

test("[AR3] what is sealed off reaches nothing beyond its row, however long the way", () => {
  const ways = FLOORS.filter((floor) => floor.isSealedOff).flatMap((floor) => {
    const reached = reachedFrom(PRODUCT.filter((file) => isWithin(file, floor.place)));
    return [...reached].flatMap(([name, way]) => {
      const isIn = [floor.place, ...floor.places].some((place) => isWithin(name, place));
      return isIn || floor.packages.includes(name) ? [] : [way];
    });
  });
  expect(ways).toEqual([]);
});

test("[AR4] no way leads from the relay to a key, nor from the background to the vault", () => {
  const ways = OUT_OF_REACH.flatMap(({ from, never }) => {
    const reached = reachedFrom(PRODUCT.filter((file) => isWithin(file, from)));
    return [...reached]
      .filter(([name]) => never.some((place) => isWithin(name, place)))
      .map(([, way]) => way);
  });
  expect(ways).toEqual([]);
});

test("[AR1] every import is written in a form that this check can read", () => {
  expect(PRODUCT.filter((file) => !isReadable(file))).toEqual([]);
});

test("[AR3] ways are followed through files, and end at packages", () => {
  const reached = reachedFrom(["shared/log/entry.ts", "tests/vitest.config.ts"]);
  expect(reached.get("shared/base/assert.ts")).toMatch(/^shared\/log\/entry\.ts → /);
  expect(reached.get("vitest")).toBe("tests/vitest.config.ts → vitest");
});

function isAllowed(from: string, one: Import): boolean {
  const floor = floorOf(from);
  if (floor === undefined) return true; // [AR2] says so.
  return one.type === "file"
    ? [floor.place, ...floor.places].some((place) => isWithin(one.path, place))
    : floor.packages.includes(one.name);
}

const nameOf = (one: Import): string => (one.type === "file" ? one.path : one.name);
