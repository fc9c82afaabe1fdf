// @vitest-environment jsdom
import { GENERAL_WORDS } from "@beiakte/shared/portal/label-words";
import { PORTAL_KINDS } from "@beiakte/shared/portal/portal-kind";
import { expect, test } from "vitest";
import { type DomReads, takeDomReads } from "../../../extension/src/page/dom-reads";
import { makePageReader } from "../../../extension/src/page/page-reader";

const brief = { kinds: PORTAL_KINDS, offered: PORTAL_KINDS, words: GENERAL_WORDS, places: {} };

/** A reader, and how many steps through the page's tree it has made. */
function countedReader() {
  let steps = 0;
  const dom = takeDomReads(globalThis);
  const counted =
    <Answer>(read: (node: Node) => Answer) =>
    (node: Node): Answer => {
      steps += 1;
      return read(node);
    };
  const reads: DomReads = {
    ...dom,
    firstIn: counted(dom.firstIn),
    nextTo: counted(dom.nextTo),
    lastBefore: counted(dom.lastBefore),
    parent: counted(dom.parent),
  };
  const reader = makePageReader(reads, brief);
  if (reader === undefined) throw new Error("a whole brief makes a reader");
  return { reader, steps: () => steps };
}

test("[DT11] of thousands of short fields in one row a bounded number is put together", () => {
  document.body.innerHTML = `<div>${"<input maxlength=3 value=123>".repeat(5000)}</div>`;
  const field = document.querySelectorAll("input")[20];
  const { reader, steps } = countedReader();
  reader.readField(field as Node, "123");
  expect(steps()).toBeLessThan(300);
});

test("[DT11] above a row that is too narrow a bounded number of rows is looked at", () => {
  const row = "<tr><td>150917012345</td></tr>".repeat(5000);
  document.body.innerHTML = `<table><tr><th>Name</th><th>AZR</th></tr>${row}</table>`;
  const node = document.querySelectorAll("td")[4000]?.firstChild as Text;
  const { reader, steps } = countedReader();
  reader.readLine([{ node, text: node.data, isBroken: false }]);
  expect(steps()).toBeLessThan(1500);
});
