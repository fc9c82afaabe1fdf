import { bytesToId } from "@beiakte/shared/base/ids";
import { caretsOf } from "@beiakte/shared/sync/carets";
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as awarenessProtocol from "y-protocols/awareness";
import * as Y from "yjs";
import { seeded } from "../../support/seeded";

const OWNER = { name: "Ben", member: bytesToId("MemberId", new Uint8Array(16).fill(7)) };
const SELF = 1;

function awareness(states: readonly (readonly [client: number, json: string])[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, states.length);
  for (const [client, json] of states) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 5);
    encoding.writeVarString(encoder, json);
  }
  return encoding.toUint8Array(encoder);
}

/** What an editor's awareness holds of it. */
function heard(bytes: Uint8Array | undefined): ReadonlyMap<number, unknown> {
  const doc = new Y.Doc();
  doc.clientID = SELF;
  const mine = new awarenessProtocol.Awareness(doc);
  if (bytes !== undefined) awarenessProtocol.applyAwarenessUpdate(mine, bytes, "test");
  const states = new Map(mine.getStates());
  states.delete(SELF);
  mine.destroy();
  return states;
}

test("[SY16] a caret comes through as it stands, under the name that the seal vouches for", () => {
  const doc = new Y.Doc();
  const text = doc.getText("text");
  text.insert(0, "Besuch");
  const at = (index: number) => Y.createRelativePositionFromTypeIndex(text, index);
  const cursor = { anchor: at(2), head: at(4) };
  const json = JSON.stringify({
    user: { name: "Anna", color: "red", extra: "x" },
    cursor,
    other: 1,
  });
  const states = heard(caretsOf(awareness([[9, json]]), OWNER, SELF));
  const state = states.get(9) as { user: unknown; cursor: { anchor: unknown; head: unknown } };
  expect(Object.keys(state).toSorted()).toEqual(["cursor", "user"]);
  expect(state.user).toEqual({ ...OWNER, color: "#000000" });
  const indexOf = (place: unknown) =>
    Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(place), doc)
      ?.index;
  expect([indexOf(state.cursor.anchor), indexOf(state.cursor.head)]).toEqual([2, 4]);
});

test("[SY16] a caret that is no place is none, and its owner is still there", () => {
  const bad = [
    ...[
      '{"cursor":{}}',
      '{"cursor":5}',
      '{"cursor":{"anchor":1,"head":2}}',
      "{}",
      "[]",
      "1",
      '"x"',
    ],
    '{"cursor":{"anchor":{"item":{"client":-1,"clock":0}},"head":{"item":null}}}',
    '{"cursor":{"anchor":{"item":{"client":"1","clock":0}},"head":{"item":null}}}',
    '{"cursor":{"anchor":{"tname":{}},"head":{"tname":"text"}}}',
    '{"cursor":{"anchor":{"assoc":"x"},"head":{}}}',
  ];
  for (const json of bad) {
    expect([...heard(caretsOf(awareness([[9, json]]), OWNER, SELF)).values()]).toEqual([
      { user: { ...OWNER, color: "#000000" }, cursor: null },
    ]);
  }
});

test("[SY16] who goes is gone, and nobody speaks for the own client", () => {
  const gone = awareness([[9, "null"]]);
  expect(caretsOf(gone, OWNER, SELF)).toEqual(gone);
  const claimed = caretsOf(
    awareness([
      [SELF, '{"user":{"name":"Anna"}}'],
      [9, "{}"],
    ]),
    OWNER,
    SELF,
  );
  expect([...heard(claimed).keys()]).toEqual([9]);
});

test("[SY16] what is no awareness says nothing, whatever its bytes are", () => {
  const random = seeded("carets");
  const whole = awareness([[9, "{}"]]);
  const all = [
    awareness([[9, "{"]]),
    awareness(Array.from({ length: 17 }, (_, i) => [i + 2, "{}"] as const)),
    ...Array.from({ length: whole.length }, (_, length) => whole.slice(0, length)),
  ];
  for (const bytes of all) expect(caretsOf(bytes, OWNER, SELF)).toBeUndefined();
  for (let i = 0; i < 300; i += 1) {
    const bytes = random.bytes(random.below(40));
    const carets = caretsOf(bytes, OWNER, SELF);
    if (carets !== undefined) heard(carets);
  }
});
