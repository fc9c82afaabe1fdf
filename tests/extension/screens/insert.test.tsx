// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { newProfile } from "../../../extension/src/screens/profile-draft";
import { textIn } from "../../../extension/src/text/text";
import { CLEARED_AFTER_MS } from "../../../extension/src/workspace/clipboard";
import { seeded } from "../../support/seeded";
import { expectAccessible, showApp, type ShownApp, told } from "../../support/shown-app";

const text = textIn("de");
const NUMBER = "50.2-2024-01734";
const button = (name: string) => screen.getByRole("button", { name });
const press = (app: ShownApp, name: string) => app.user.click(button(name));

function atFile(): ShownApp {
  return showApp({ openCase: 0, bench: { tab: "file" } });
}

async function giveNumber(app: ShownApp): Promise<HTMLElement> {
  await app.user.click(
    await screen.findByRole("button", { name: text.say("insert.name", { fact: NUMBER }) }),
  );
  return screen.findByRole("dialog", { name: text.say("insert.title") });
}

const say = (app: ShownApp) => app.portal.heard.map(({ type }) => type);

test("[UI60] a fact is shown with the field that it would go to, inserted with one press, and taken back", async () => {
  const app = atFile();
  const dialog = await giveNumber(app);
  const field = text.say("insert.into", { field: "Betreff", origin: "https://portal.example" });
  await within(dialog).findByText(field);
  within(dialog).getByText(NUMBER);
  await expectAccessible();
  expect(say(app)).not.toContain("insert");
  await press(app, text.say("insert.act"));
  await screen.findByText(text.say("insert.done", { field: "Betreff" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(app.portal.heard.at(-1)).toMatchObject({ type: "leave" });
  await press(app, text.say("insert.undo-name"));
  await screen.findByText(text.say("insert.undone"));
  expect(say(app)).toContain("undo");
});

test("[UI60] cancelling takes the mark away, and nothing is inserted", async () => {
  const app = atFile();
  const dialog = await giveNumber(app);
  await within(dialog).findByText(/^In das Feld/u);
  await press(app, text.say("app.cancel"));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(say(app)).toEqual(["survey", "mark", "leave"]);
});

test("[UI60] locking takes the mark away too", async () => {
  const app = atFile();
  const dialog = await giveNumber(app);
  await within(dialog).findByText(/^In das Feld/u);
  told(() => app.fake.stage.set({ type: "locked", because: "idle" }));
  expect(say(app)).toEqual(["survey", "mark", "leave"]);
});

test("[UI61] what becomes of the field's content is said before", async () => {
  const app = atFile();
  app.portal.field = { kind: "line", name: "", room: undefined, content: "all-replaced", use: -1 };
  const dialog = await giveNumber(app);
  await within(dialog).findByText(/^In das Feld mit der Einfügemarke/u);
  within(dialog).getByText(text.say("insert.is-all-replaced"));
  app.portal.isExact = false;
  await press(app, text.say("insert.act"));
  await screen.findByText(text.say("insert.done-differently"));
});

test("[UI67] beside a page of another case that is said before anything goes there", async () => {
  const app = atFile();
  const other = app.scene.cases[1]?.id;
  const own = app.scene.cases[0]?.id;
  if (other === undefined || own === undefined) throw new Error("a scene has cases");
  const identifier = { kind: "bg_number", value: "11111//0011111", isProposed: true } as const;
  told(() => app.fake.page.set({ identifiers: [{ ...identifier, cases: [other] }] }));
  const dialog = await giveNumber(app);
  await within(dialog).findByText(text.say("insert.other-case"));
  await expectAccessible();
  told(() => app.fake.page.set({ identifiers: [{ ...identifier, cases: [other, own] }] }));
  expect(within(dialog).queryByText(text.say("insert.other-case"))).toBeNull();
});

test("[UI62] each refusal is said in words, and after it one may look again", async () => {
  const app = atFile();
  app.portal.field = undefined;
  const dialog = await giveNumber(app);
  expect((await within(dialog).findByRole("alert")).textContent).toContain(
    text.say("insert.no-field"),
  );
  expect(button(text.say("insert.act")).hasAttribute("disabled")).toBe(true);
  await expectAccessible();
  app.portal.field = { kind: "line", name: "Betreff", room: 3, content: "empty", use: -1 };
  await press(app, text.say("insert.again"));
  await within(dialog).findByText(/Es nimmt noch 3 Zeichen auf, der Text hat 15/u);
  app.portal.field = { kind: "line", name: "Betreff", room: 60, content: "empty", use: -1 };
  await press(app, text.say("insert.again"));
  await within(dialog).findByText(/^In das Feld/u);
  app.portal.refuses = "changed";
  await press(app, text.say("insert.act"));
  await within(dialog).findByText(text.say("insert.changed"));
  expect(screen.queryByText(/^In das Feld/u)).toBeNull();
});

test("[UI62] beside no portal that is said, and copying is still there", async () => {
  const app = atFile();
  app.portal.shown = undefined;
  const dialog = await giveNumber(app);
  await within(dialog).findByText(text.say("insert.no-portal"));
  await press(app, text.say("copy.act"));
  await within(dialog).findByText(text.say("copy.done"));
  expect(app.clipboard.content).toBe(NUMBER);
});

test("[UI63] of a person the name, its parts and the day of birth can be given, as a German form wants it", async () => {
  const app = atFile();
  await app.user.click(
    await screen.findByRole("button", {
      name: text.say("insert.of-person", { name: "Rania Haddad" }),
    }),
  );
  const entries = screen.getAllByRole("menuitem").map((entry) => entry.textContent);
  expect(entries).toEqual([
    "Name: Rania Haddad",
    "Vorname: Rania",
    "Nachname: Haddad",
    "Geburtsdatum: 01.04.1988",
  ]);
  await app.user.click(screen.getByRole("menuitem", { name: "Vorname: Rania" }));
  await screen.findByText(/^In das Feld/u);
  await press(app, text.say("insert.act"));
  expect(app.portal.heard).toContainEqual(
    expect.objectContaining({ type: "insert", text: "Rania" }),
  );
});

test("[UI63] accommodation and who is responsible can be given, and the words of a step", async () => {
  const app = atFile();
  await app.user.click(await screen.findByRole("button", { name: text.say("insert.of-case") }));
  expect(screen.getAllByRole("menuitem").map((entry) => entry.textContent)).toEqual([
    "Unterkunft: Unterkunft Oststadt",
    `${text.say("case.responsible-label")}: Aylin Kaya`,
  ]);
  await app.user.keyboard("{Escape}");
  told(() => app.fake.team.workbench.set({ tab: "plan" }));
  app.portal.field = { kind: "lines", name: "Vermerk", room: undefined, content: "kept", use: -1 };
  const [menu] = await screen.findAllByRole("button", { name: /^Mehr zu: / });
  if (menu === undefined) throw new Error("a plan has steps");
  await app.user.click(menu);
  await app.user.click(screen.getByRole("menuitem", { name: text.say("insert.step") }));
  await screen.findByText(/^In das Feld/u);
});

test("[UI64] of an open note the whole text is given, or what is selected of it", async () => {
  const app = showApp({ openCase: 0, bench: { tab: "notes" } });
  app.portal.field = { kind: "lines", name: "Vermerk", room: undefined, content: "kept", use: -1 };
  const [note] = await screen.findAllByRole("button", { name: /^Öffnen: / });
  if (note === undefined) throw new Error("a scene has notes");
  await app.user.click(note);
  await app.user.click(await screen.findByRole("button", { name: text.say("insert.note") }));
  await screen.findByText(/^In das Feld/u);
  await press(app, text.say("insert.act"));
  const given = app.portal.heard.flatMap((one) => (one.type === "insert" ? [one.text] : []));
  expect(given).toHaveLength(1);
  expect(given[0]?.length).toBeGreaterThan(10);
});

test("[UI65] copying says when the text will be gone; what nobody can tell is asked", async () => {
  const app = atFile();
  await giveNumber(app);
  await press(app, text.say("copy.act"));
  await screen.findByText(text.say("copy.done"));
  await press(app, text.say("app.cancel"));
  app.clipboard.goAway();
  told(() => app.clock.turn(CLEARED_AFTER_MS));
  await screen.findByText(text.say("clipboard.left-behind"));
  expect(app.clipboard.content).toBe(NUMBER);
  await expectAccessible();
  await press(app, text.say("clipboard.clear"));
  expect(app.clipboard.content).toBe("");
  expect(screen.queryByText(text.say("clipboard.left-behind"))).toBeNull();
});

test("[UI66] reading the clipboard is allowed and forbidden in the settings, with honest words", async () => {
  const { clipboard, user } = showApp({ bench: { place: "settings" } });
  const part = screen.getByRole("region", { name: text.say("clipboard.title") });
  within(part).getByText(text.say("clipboard.what"));
  within(part).getByText(text.say("clipboard.history"));
  await expectAccessible();
  const allow = () => within(part).getByRole("button", { name: text.say("clipboard.allow") });
  clipboard.declines = true;
  await user.click(allow());
  expect((await within(part).findByRole("alert")).textContent).toBe(text.say("clipboard.declined"));
  clipboard.declines = false;
  await user.click(allow());
  await within(part).findByText(text.say("clipboard.what-reading"));
  expect(within(part).queryByRole("alert")).toBeNull();
  await user.click(within(part).getByRole("button", { name: text.say("clipboard.forbid") }));
  await within(part).findByText(text.say("clipboard.what"));
});

test("[IN27] before a fact goes into the field for another one, that is said", async () => {
  const app = atFile();
  app.fake.portals.open.save({
    ...newProfile(seeded("profile"), "https://portal.example"),
    fields: [{ fact: "birth_date", selector: "#geboren" }],
  });
  app.portal.field = { kind: "line", name: "Geboren am", room: 60, content: "empty", use: 0 };
  const dialog = await giveNumber(app);
  const fact = text.say("insert.fact-birth-date");
  await within(dialog).findByText(text.say("insert.is-for", { fact }));
  await expectAccessible();
  app.portal.field = { ...app.portal.field, use: -1 };
  await press(app, text.say("app.cancel"));
  const again = await giveNumber(app);
  await within(again).findByText(/^In das Feld/u);
  expect(within(again).queryByRole("alert")).toBeNull();
});
