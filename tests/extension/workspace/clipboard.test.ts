import { expect, test } from "vitest";
import { CLEARED_AFTER_MS, makeClipboard } from "../../../extension/src/workspace/clipboard";
import { fakeClipboardPort } from "../../support/fake-clipboard-port";
import { handClock } from "../../support/hand-clock";

function began() {
  const port = fakeClipboardPort();
  const clock = handClock(0);
  const clipboard = makeClipboard(port, clock);
  const later = async (ms: number) => {
    clock.turn(ms);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { port, clipboard, later };
}

test("[IN20] what was copied is out of the clipboard after 45 seconds, and not before", async () => {
  const { clipboard, later, port } = began();
  port.mayRead.set(true);
  expect(await clipboard.copy("Rania")).toBe(true);
  expect(clipboard.state.get()).toBe("waiting");
  await later(CLEARED_AFTER_MS - 1);
  expect(port.content).toBe("Rania");
  await later(1);
  expect(port.content).toBe("");
  expect(clipboard.state.get()).toBe("empty");
});

test("[IN21] what somebody has copied since is left alone, wherever they did it", async () => {
  const { clipboard, later, port } = began();
  port.mayRead.set(true);
  await clipboard.copy("Rania");
  port.goAway();
  port.content = "Einkaufszettel";
  await later(CLEARED_AFTER_MS);
  expect(port.content).toBe("Einkaufszettel");
  expect(clipboard.state.get()).toBe("empty");
});

test("[IN21] a text with line breaks is still ours where the system writes them otherwise", async () => {
  const { clipboard, later, port } = began();
  port.mayRead.set(true);
  await clipboard.copy("Rania\nHaddad");
  port.content = "Rania\r\nHaddad";
  await later(CLEARED_AFTER_MS);
  expect(port.content).toBe("");
});

test("[IN22] without leave to read it is cleared if the panel was not left meanwhile", async () => {
  const { clipboard, later, port } = began();
  await clipboard.copy("Rania");
  await later(CLEARED_AFTER_MS);
  expect(port.content).toBe("");
});

test("[IN22] without leave to read nothing is touched once the panel was left; the person is asked", async () => {
  for (const isBack of [true, false]) {
    const { clipboard, later, port } = began();
    await clipboard.copy("Rania");
    port.goAway();
    port.isFocused = isBack;
    port.content = "Einkaufszettel";
    await later(CLEARED_AFTER_MS);
    expect(port.content).toBe("Einkaufszettel");
    expect(clipboard.state.get()).toBe("left-behind");
    clipboard.dismiss();
    expect(port.content).toBe("Einkaufszettel");
    expect(clipboard.state.get()).toBe("empty");
  }
});

test("[IN22] at the person's word it is cleared whatever is in it", async () => {
  const { clipboard, later, port } = began();
  await clipboard.copy("Rania");
  port.goAway();
  await later(CLEARED_AFTER_MS);
  await clipboard.clear();
  expect(port.content).toBe("");
  expect(clipboard.state.get()).toBe("empty");
});

test("[IN22] a clipboard that cannot be written is told, when copying and when clearing", async () => {
  const { clipboard, later, port } = began();
  port.isWritable = false;
  expect(await clipboard.copy("Rania")).toBe(false);
  expect(clipboard.state.get()).toBe("empty");
  port.isWritable = true;
  port.mayRead.set(true);
  await clipboard.copy("Rania");
  port.isWritable = false;
  await later(CLEARED_AFTER_MS);
  expect(clipboard.state.get()).toBe("left-behind");
});

test("[IN25] the background looks after a text as long as it may be in the clipboard", async () => {
  const { clipboard, later, port } = began();
  port.mayRead.set(true);
  await clipboard.copy("Rania");
  expect([...port.duties]).toEqual(["Rania"]);
  await clipboard.copy("Samir");
  expect([...port.duties]).toEqual(["Samir"]);
  await later(CLEARED_AFTER_MS);
  expect([...port.duties]).toEqual([]);
});

test("[IN25] no text is in the clipboard before the background looks after it", async () => {
  const { clipboard, later, port } = began();
  port.mayRead.set(true);
  let keep = (): void => undefined;
  port.untilKept = new Promise((resolve) => {
    keep = resolve;
  });
  const copied = clipboard.copy("Rania");
  await later(0);
  expect(port.content).toBe("");
  keep();
  expect(await copied).toBe(true);
  expect(port.content).toBe("Rania");
});

test("[IN20] a second copy that fails leaves the first one its 45 seconds", async () => {
  const { clipboard, later, port } = began();
  port.mayRead.set(true);
  await clipboard.copy("Rania");
  port.isWritable = false;
  expect(await clipboard.copy("Samir")).toBe(false);
  expect([...port.duties]).not.toContain("Samir");
  port.isWritable = true;
  await later(CLEARED_AFTER_MS);
  expect(port.content).toBe("");
});

test("[IN20] a second copy has its own 45 seconds", async () => {
  const { clipboard, later, port } = began();
  port.mayRead.set(true);
  await clipboard.copy("Rania");
  await later(40_000);
  await clipboard.copy("Samir");
  await later(5000);
  expect(port.content).toBe("Samir");
  await later(40_000);
  expect(port.content).toBe("");
});
