import { expect, test } from "vitest";
import {
  CLIPBOARD_DUTY,
  clipboardDuty,
  fulfil,
  parseClipboardDuty,
  takeDuty,
} from "../../../extension/src/workspace/clipboard-duty";
import { memoryArea } from "../../support/page-port";
import { seeded } from "../../support/seeded";

function hands(content: string | undefined) {
  const held = { content };
  return {
    held,
    read: async () => held.content,
    write: async (text: string) => ((held.content = text), true),
  };
}

const dutyFor = (text: string) => clipboardDuty(seeded("duty"), text);

test("[IN25] what is still ours is cleared, however the system writes the ends of lines", async () => {
  for (const found of ["Rania\nHaddad", "Rania\r\nHaddad"]) {
    const clipboard = hands(found);
    await fulfil(await dutyFor("Rania\nHaddad"), clipboard);
    expect(clipboard.held.content).toBe("");
  }
});

test("[IN25] [IN21] what somebody has copied since stays, and what cannot be read is not touched", async () => {
  for (const found of ["Einkaufszettel", "", undefined]) {
    const clipboard = hands(found);
    await fulfil(await dutyFor("Rania"), clipboard);
    expect(clipboard.held.content).toBe(found);
  }
});

test("[IN25] a duty says nothing of the text, and is no other duty's for the same text", async () => {
  const random = seeded("two");
  const [one, other] = [await clipboardDuty(random, "Rania"), await clipboardDuty(random, "Rania")];
  expect(JSON.stringify(one)).not.toContain("Rania");
  expect(one.digest).not.toBe(other.digest);
});

test("[IN25] a duty is taken once, and what is none is thrown away", async () => {
  const area = memoryArea();
  const duty = await dutyFor("Rania");
  await area.set(CLIPBOARD_DUTY, duty);
  expect(await takeDuty(area)).toEqual(duty);
  expect(await takeDuty(area)).toBeUndefined();
  for (const wrong of [7, {}, { ...duty, key: "ab" }, { ...duty, digest: 5 }]) {
    expect(parseClipboardDuty(wrong)).toBeUndefined();
    await area.set(CLIPBOARD_DUTY, wrong);
    expect(await takeDuty(area)).toBeUndefined();
    expect(area.rows.size).toBe(0);
  }
});
