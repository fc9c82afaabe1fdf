// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { PageWord } from "../../../extension/src/messages/page-words";
import { takeDomReads } from "../../../extension/src/page/dom-reads";
import type { Mark } from "../../../extension/src/page/marks";
import { PageDesk } from "../../../extension/src/page/page-desk";
import type { Sighting } from "../../../extension/src/page/sightings";
import { testClock } from "../../support/clock";

const dom = takeDomReads(globalThis);

/** A desk whose background gives these answers, one after another, and then none. */
function deskWith(answers: readonly unknown[], isCutOff = () => false) {
  const clock = testClock();
  const left = [...answers];
  const heard: PageWord["type"][] = [];
  let shown: readonly Mark[] = [];
  const desk = new PageDesk({
    dom,
    clock,
    isCutOff,
    marks: { show: (marks) => (shown = marks), tell: () => undefined },
    send(word) {
      heard.push(word.type);
      const answer = left.shift();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return {
    desk,
    heard,
    shown: () => shown.map(({ match }) => match),
    pass: async (ms: number): Promise<void> => {
      await turn();
      clock.advance(ms);
      await turn();
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

function sighting(value: string): Sighting {
  const field = document.createElement("input");
  return { kind: "bg_number", value, isOffered: true, place: { type: "field", field } };
}

test("[AT14] what the background did not answer is asked again, each time later, and not without end", async () => {
  const nobody = new Error("Could not establish connection.");
  const { desk, heard, pass, shown } = deskWith([nobody, undefined, ["known"]]);
  desk.saw([sighting("12345BG0001234")]);
  await pass(499);
  expect(heard).toHaveLength(1);
  await pass(1);
  expect(heard).toHaveLength(2);
  expect(shown()).toEqual([]);
  await pass(1_000);
  expect(shown()).toEqual(["known"]);
  await pass(60_000);
  expect(heard).toHaveLength(3);

  const silent = deskWith([]);
  silent.desk.saw([sighting("12345BG0001234")]);
  for (let second = 0; second < 60; second += 1) await silent.pass(1_000);
  expect(silent.heard).toHaveLength(6);
});

test("[DT18] what is written twice has one mark, and each field its own", async () => {
  const { desk, pass, shown } = deskWith([["known"]]);
  const value = "12345BG0001234";
  const node = document.createTextNode(value);
  const place = { node, offset: 0 };
  const written: Sighting = {
    ...sighting(value),
    place: { type: "text", start: place, end: { node, offset: value.length } },
  };
  desk.saw([written, written, sighting(value)]);
  await pass(0);
  expect(shown()).toEqual(["known", "known"]);
});

test("[AT14] a question that the page has left behind is not asked again", async () => {
  const { desk, heard, pass, shown } = deskWith([undefined, ["none"]]);
  desk.saw([sighting("12345BG0001234")]);
  await pass(0);
  desk.saw([sighting("12345BG0009999")]);
  await pass(0);
  expect(shown()).toEqual(["none"]);
  await pass(60_000);
  expect(heard).toHaveLength(2);
  expect(shown()).toEqual(["none"]);
});

test("[AT14] how a page is read is asked until it is known", async () => {
  const { desk, pass } = deskWith([undefined, new Error("closed"), { kinds: [] }]);
  let brief: unknown;
  void desk.brief().then((answer) => (brief = answer));
  await pass(500);
  expect(brief).toBeUndefined();
  await pass(1_000);
  expect(brief).toEqual({ kinds: [] });
});

test("[AT9] whoever is cut off says nothing any more", async () => {
  const { desk, heard, pass } = deskWith([["known"]], () => true);
  desk.saw([sighting("12345BG0001234")]);
  await pass(60_000);
  expect(heard).toEqual([]);
});
