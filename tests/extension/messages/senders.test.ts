import { expect, test } from "vitest";
import { RateLimit } from "../../../extension/src/messages/rate-limit";
import { portalPageOf } from "../../../extension/src/messages/senders";

const OURS = "a".repeat(32);
const SENDER = {
  id: OURS,
  url: "https://portal.example/akte?id=1",
  frameId: 0,
  documentLifecycle: "active",
  tab: { id: 7, windowId: 3 },
};

test("[PM3] a portal's page is our script in the top frame of a page on screen", () => {
  expect(portalPageOf(SENDER, OURS)).toEqual({
    tab: 7,
    window: 3,
    origin: "https://portal.example",
    address: "https://portal.example/akte?id=1",
  });
  const local = { ...SENDER, url: "http://localhost:7421/klient" };
  expect(portalPageOf(local, OURS)?.origin).toBe("http://localhost:7421");
});

test("[PM12] where an application goes on without a load its tab says where it is, within the origin", () => {
  const addressIn = (url: string | undefined): string | undefined =>
    portalPageOf({ ...SENDER, tab: { ...SENDER.tab, url } }, OURS)?.address;
  expect(addressIn("https://portal.example/akte/7")).toBe("https://portal.example/akte/7");
  for (const other of [undefined, "https://other.example/akte/7", "nonsense"]) {
    expect(addressIn(other)).toBe(SENDER.url);
  }
});

test("[PM3] nobody else is one", () => {
  const others = [
    { ...SENDER, id: "b".repeat(32) },
    { ...SENDER, id: undefined },
    { ...SENDER, frameId: 4 },
    { ...SENDER, frameId: undefined },
    { ...SENDER, documentLifecycle: "prerender" },
    { ...SENDER, documentLifecycle: "cached" },
    { ...SENDER, tab: undefined },
    { ...SENDER, url: undefined },
    { ...SENDER, url: "nonsense" },
    { ...SENDER, url: "http://portal.example/" },
    { ...SENDER, url: "file:///etc/passwd" },
    { ...SENDER, url: `chrome-extension://${OURS}/sidepanel.html` },
    { ...SENDER, url: "http://localhost.evil.example/" },
  ];
  for (const sender of others) expect(portalPageOf(sender, OURS)).toBeUndefined();
});

test("[PM4] a sender is heard a burst at once, then as often as the bucket fills, each for itself", () => {
  let now = 0;
  const limit = new RateLimit({ clock: { now: () => now }, burst: 3, everyMs: 100 });
  const heard = (sender: number, times: number): number =>
    Array.from({ length: times }, () => limit.allows(sender)).filter(Boolean).length;
  expect(heard(1, 10)).toBe(3);
  expect(heard(2, 2)).toBe(2);
  now += 200;
  expect(heard(1, 10)).toBe(2);
  now += 100_000;
  expect(heard(1, 10)).toBe(3);
  // A clock that was set back gives nothing away.
  now -= 50_000;
  expect(heard(1, 10)).toBe(0);
});
