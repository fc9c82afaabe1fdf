// @vitest-environment jsdom
import { bytesToId } from "@beiakte/shared/base/ids";
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { textIn } from "../../../extension/src/text/text";
import type { ClipView } from "../../../extension/src/workspace/workspace";
import { NOW } from "../../support/fake-scene";
import { expectAccessible, fill, showApp, type ShownApp, told } from "../../support/shown-app";

const { say } = textIn("de");

function clip(app: ShownApp, number: number, ...cases: readonly number[]): ClipView {
  return {
    clip: bytesToId("ClipId", new Uint8Array(16).fill(number)),
    at: NOW + number * 60_000,
    origin: "https://portal.example",
    title: `Akte ${number}`,
    text: `Unterlagen ${number} fehlen.`,
    cases: cases.flatMap((at) => app.scene.cases[at]?.id ?? []),
  };
}

const caseOf = (app: ShownApp, at: number) => {
  const found = app.scene.cases[at]?.id;
  if (found === undefined) throw new Error("a scene has cases");
  return found;
};
const place = () =>
  within(screen.getByRole("navigation", { name: say("places.name") })).queryByRole("button", {
    name: /^Eingang/u,
  });
const cards = () => screen.queryAllByRole("article");
const button = (within_: HTMLElement, name: string | RegExp) =>
  within(within_).getByRole("button", { name });

test("[UI50] the inbox is there when something waits in it, with its count", async () => {
  const app = showApp();
  expect(place()).toBeNull();
  told(() => app.fake.inbox.set({ clips: [clip(app, 1), clip(app, 2)], unreadable: [] }));
  expect(place()?.textContent).toBe("Eingang2 2 Fundstücke warten");
  await app.user.click(place() ?? document.body);
  await screen.findByRole("heading", { name: say("inbox.title") });
  expect(cards()).toHaveLength(2);
  expect(cards()[0]?.textContent).toContain("Unterlagen 1 fehlen.");
  expect(cards()[0]?.textContent).toContain("portal.example, 22.11.2026");
  await expectAccessible();
  told(() => app.fake.inbox.set({ clips: [], unreadable: [] }));
  expect(screen.getByText(say("inbox.empty"))).toBeDefined();
  await expectAccessible();
});

test("[UI51] of the cases that the page named each can be chosen with one press", async () => {
  const app = showApp({ bench: { place: "inbox" } });
  told(() => app.fake.inbox.set({ clips: [clip(app, 1, 0, 1)], unreadable: [] }));
  const [card] = cards();
  if (card === undefined) throw new Error("no card");
  expect(card.textContent).toContain(say("inbox.several"));
  await expectAccessible();
  await app.user.click(button(card, say("inbox.file-to", { case: "Familie Haddad" })));
  const filed = await screen.findByText(say("inbox.filed", { case: "Familie Haddad" }));
  expect(cards()).toHaveLength(0);
  await app.user.click(button(filed.parentElement ?? card, say("inbox.open-case")));
  const bench = app.fake.team.workbench.get();
  expect([bench.place, bench.openCase, bench.tab]).toEqual(["cases", caseOf(app, 0), "notes"]);
});

test("[UI51] any case is found by name, and a filing that fails says why and keeps the clip", async () => {
  const app = showApp({ bench: { place: "inbox" } });
  told(() => app.fake.inbox.set({ clips: [clip(app, 1)], unreadable: [] }));
  const choose = async () => {
    const [card] = cards();
    await app.user.click(button(card ?? document.body, /^Fall wählen/u));
    const dialog = await screen.findByRole("dialog");
    await fill(app.user, within(dialog).getByRole("searchbox"), "Rahimi");
    return dialog;
  };
  app.fake.answers.file = "store-full";
  let dialog = await choose();
  await expectAccessible();
  await app.user.click(button(dialog, /^Familie Rahimi/u));
  expect((await screen.findByRole("alert")).textContent).toBe(say("fault.store-full"));
  expect(cards()).toHaveLength(1);
  app.fake.answers.file = "gone";
  dialog = await choose();
  await app.user.click(button(dialog, /^Familie Rahimi/u));
  await screen.findByText(say("inbox.gone"));
  app.fake.answers.file = undefined;
  dialog = await choose();
  await app.user.click(button(dialog, /^Familie Rahimi/u));
  await screen.findByText(say("inbox.filed", { case: "Familie Rahimi" }));
});

test("[UI52] a discarded clip can be taken back for ten seconds", async () => {
  const app = showApp({ bench: { place: "inbox" } });
  told(() => app.fake.inbox.set({ clips: [clip(app, 1), clip(app, 2)], unreadable: [] }));
  const discard = async () => {
    await app.user.click(button(cards()[0] ?? document.body, /verwerfen$/u));
    await screen.findByText(say("inbox.discarded"));
  };
  await discard();
  expect(cards()).toHaveLength(1);
  await app.user.click(screen.getByRole("button", { name: say("undo.act") }));
  expect(cards()).toHaveLength(2);
  expect(screen.queryByText(say("inbox.discarded"))).toBeNull();
  await discard();
  told(() => app.clock.turn(10_000));
  expect(screen.queryByText(say("inbox.discarded"))).toBeNull();
  expect(cards()).toHaveLength(1);
});

test("[UI53] what cannot be opened is said, and stays until it is discarded", async () => {
  const app = showApp({ bench: { place: "inbox" } });
  const unreadable = [1, 2].map((n) => bytesToId("ClipId", new Uint8Array(16).fill(n)));
  told(() => app.fake.inbox.set({ clips: [], unreadable }));
  const line = screen.getByText(say("inbox.unreadable", { count: 2 }));
  await expectAccessible();
  await app.user.click(button(line.parentElement ?? document.body, say("inbox.discard")));
  await screen.findByText(say("inbox.unreadable", { count: 1 }));
});
