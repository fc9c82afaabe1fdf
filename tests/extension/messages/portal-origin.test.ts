import { expect, test } from "vitest";
import { portalAddress } from "../../../extension/src/messages/portal-origin";

const ORIGIN = "https://portal.example";

test("[CL17] a note leads to a page of its portal, without query and fragment", () => {
  expect(portalAddress(ORIGIN, "/klienten/1001")).toBe(`${ORIGIN}/klienten/1001`);
  expect(portalAddress(ORIGIN, "/a?name=Haddad#akte")).toBe(`${ORIGIN}/a`);
  expect(portalAddress("http://localhost:7421", "/a")).toBe("http://localhost:7421/a");
});

test("[CL17] it leads to no other origin, whoever wrote it", () => {
  for (const path of [
    "//evil.example/a",
    "https://evil.example/",
    "javascript:alert(1)",
    "\\\\evil",
  ]) {
    expect(portalAddress(ORIGIN, path)).toBeUndefined();
  }
  for (const origin of ["http://portal.example", "file:///", "chrome://settings", "", "portal"]) {
    expect(portalAddress(origin, "/a")).toBeUndefined();
  }
  // More than an origin is none.
  expect(portalAddress(`${ORIGIN}/a`, "/b")).toBeUndefined();
});
