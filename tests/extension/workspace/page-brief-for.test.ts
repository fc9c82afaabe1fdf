// @vitest-environment jsdom
import { makeLabels } from "@beiakte/shared/portal/labels";
import { scanIdentifiers } from "@beiakte/shared/portal/identifier-scan";
import { parseProfile, type PortalProfile } from "@beiakte/shared/portal/profile";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { type PageBrief, parsePageBrief } from "../../../extension/src/messages/page-brief";
import { parseContentWord } from "../../../extension/src/messages/page-words";
import { takeDomReads } from "../../../extension/src/page/dom-reads";
import { makePageReader } from "../../../extension/src/page/page-reader";
import { pageBriefFor } from "../../../extension/src/workspace/page-brief-for";
import { watchPage } from "../page/watched-page";

const dom = takeDomReads(globalThis);
const NONE = { baCustomer: false };

function profile(over: object): PortalProfile {
  const parsed = parseProfile({ id: "a", name: "A", ...over });
  if (!parsed.ok) throw new Error(parsed.error.at);
  return parsed.value;
}

afterEach(() => document.body.replaceChildren());

test("[PT5] a page is told what to look for: no police number, and a Kundennummer by leave only", () => {
  const all = pageBriefFor(undefined, NONE);
  expect(all.kinds).not.toContain("d_number");
  expect(all.kinds).not.toContain("ba_customer");
  expect(all.offered).not.toContain("azr");
  expect(pageBriefFor(undefined, { baCustomer: true }).offered).toContain("ba_customer");
  const some = profile({ kinds: ["ba_customer", "azr"] });
  expect(pageBriefFor(some, NONE)).toMatchObject({ kinds: ["azr"], offered: [] });
});

test("[PT6] a portal's own labels count before the general ones", () => {
  const seenWith = (one: PortalProfile | undefined) => {
    const labels = makeLabels(pageBriefFor(one, NONE).words);
    return (text: string, label = "") =>
      scanIdentifiers(text, () => label, labels).map(({ kind, value }) => `${kind} ${value}`);
  };
  const general = seenWith(undefined);
  expect(general("Vertragsnummer 2024-778")).toEqual([]);
  expect(general("Unser Zeichen: 2024-778")).toEqual(["file_number 2024-778"]);
  const own = seenWith(
    profile({
      labels: [
        { kind: "file_number", words: "Vertragsnummer" },
        { kind: "jobcenter_number", words: "Unser Zeichen" },
      ],
    }),
  );
  expect(own("Vertragsnummer 2024-778")).toEqual(["file_number 2024-778"]);
  expect(own("2024-778", "Vertragsnummer")).toEqual(["file_number 2024-778"]);
  expect(own("Unser Zeichen: 2024-778")).toEqual(["jobcenter_number 2024-778"]);
  expect(own("Az. 50.2-2024-01234")).toEqual(["file_number 50.2-2024-01234"]);
});

test("[PT6] all general words go with a profile that has labels, but for those that it takes", () => {
  const { words } = pageBriefFor(
    profile({ labels: [{ kind: "file_number", words: "Mein Vorgang" }] }),
    NONE,
  );
  const sorted = (of: string | undefined) => (of ?? "").split(" ").toSorted().join(" ");
  for (const [kind, stems] of Object.entries(pageBriefFor(undefined, NONE).words)) {
    const own = kind === "file_number" ? `${stems} meinvorgang` : stems;
    expect(sorted(new Map(Object.entries(words)).get(kind)), kind).toBe(sorted(own));
  }
});

test("[PT16] a page reads as it is told, its places first, and anew when it is told otherwise", () => {
  document.body.innerHTML =
    "<p>Mein Konvolut: 47-11/2024</p><div class=nr><b>50.2-2024-01234</b></div>" +
    "<input class=nr value=50.2-2024-09999><p>AZR 150917012345</p>";
  let brief = pageBriefFor(profile({}), NONE);
  const page = watchPage({ reader: () => makePageReader(dom, brief) });
  page.settle();
  expect(page.seen()).toEqual(["azr 150917012345"]);
  brief = pageBriefFor(
    profile({
      kinds: ["file_number"],
      labels: [{ kind: "file_number", words: "Mein Konvolut" }],
      places: [
        { kind: "azr", selector: "[" },
        { kind: "file_number", selector: ".nr" },
      ],
    }),
    NONE,
  );
  page.watch.lookAgain();
  page.settle();
  expect(page.seen().toSorted()).toEqual([
    "file_number 47-11/2024",
    "file_number 50.2-2024-01234",
    "file_number 50.2-2024-09999",
  ]);
  page.watch.close();
});

test("[PT17] what a page hears of a profile is parsed, and a police number cannot be asked for", () => {
  const told = pageBriefFor(profile({ places: [{ kind: "azr", selector: "b" }] }), NONE);
  expect(parsePageBrief(structuredClone(told))).toEqual(told);
  expect(parseContentWord({ type: "reread" })).toEqual({ type: "reread", readAs: undefined });
  const hostile = { ...told, kinds: ["d_number", "x"], places: { azr: 5, x: "b" } };
  expect(parsePageBrief(hostile)).toMatchObject({ kinds: ["d_number"], places: {} });
  const police = makePageReader(dom, { ...told, kinds: ["d_number"], offered: ["d_number"] });
  const node = document.createTextNode("D-Nummer: A123456789012");
  expect(police?.readLine([{ node, text: node.data, isBroken: false }])).toEqual([]);
  const anything = fc.record({
    kinds: fc.anything(),
    offered: fc.anything(),
    words: fc.anything(),
    places: fc.anything(),
  });
  fc.assert(
    fc.property(anything, (data) => void (parsePageBrief(data) satisfies PageBrief | undefined)),
  );
});
