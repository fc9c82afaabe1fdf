import { spanOf } from "@beiakte/shared/log/opening";
import fc from "fast-check";
import * as Y from "yjs";
import { expect, test } from "vitest";

const EDITS = fc.array(
  fc.record({ author: fc.nat(2), at: fc.nat(20), removed: fc.nat(3), put: fc.string() }),
);

test("[LG3] the span of an update begins and ends where Yjs says that it does", () => {
  fc.assert(
    fc.property(EDITS, fc.nat(20), (edits, from) => {
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
      let before: Uint8Array | undefined;
      edits.forEach(({ author, at, removed, put }, i) => {
        const doc = docs[author] ?? docs[0];
        if (i === from) before = Y.encodeStateVector(docs[0]);
        const text = doc.getText("text");
        text.delete(
          Math.min(at, text.length),
          Math.min(removed, text.length - Math.min(at, text.length)),
        );
        text.insert(Math.min(at, text.length), put);
        Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(doc));
      });
      const update = new Uint8Array(Y.encodeStateAsUpdate(docs[0], before));
      const meta = Y.parseUpdateMeta(update);
      const spans = [...meta.to].map(([client, to]) => [
        client,
        { from: meta.from.get(client), to },
      ]);
      expect([...(spanOf(update) ?? [])]).toEqual(spans);
      const cut = update.slice(0, -1);
      expect(spanOf(cut)).toBeUndefined();
    }),
  );
});
