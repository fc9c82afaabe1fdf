// @vitest-environment jsdom
import { bytesToId } from "@beiakte/shared/base/ids";
import { err } from "@beiakte/shared/base/result";
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { textIn } from "../../../extension/src/text/text";
import { PASSPHRASE } from "../../support/fake-workspace";
import { expectAccessible, fill, type ShownApp, showApp } from "../../support/shown-app";

const text = textIn("de");
const WORDS = ["Anker", "Birke", "Donau", "Fenster", "Garten", "Hafen"];

function showTeam(): ShownApp {
  const shown = showApp({ bench: { place: "team" } });
  return shown;
}

function showRequest(role: "admin" | "member" = "admin"): ShownApp {
  const shown = showApp();
  const invitation = bytesToId("InvitationId", new Uint8Array(16));
  const device = bytesToId("DeviceId", new Uint8Array(32));
  shown.fake.teamView.set({
    ...shown.fake.teamView.get(),
    selfRole: role,
    requests: [{ device, invitation, name: "Jonas Weber", words: WORDS }],
  });
  return shown;
}

test("[UI34] the team shows who is in it, who is here, and who oneself is", async () => {
  showTeam();
  expect(screen.getByText("Aylin Kaya (Sie)")).toBeDefined();
  expect(screen.getByText("Diakonie · Mitglied · gerade da")).toBeDefined();
  await expectAccessible();
});

test("[UI35] a request is counted at the place, and approved beside the six words", async () => {
  const { user, fake } = showRequest();
  const place = await screen.findByRole("button", { name: /^Team.*1 Anfrage wartet/u });
  await user.click(place);
  const words = screen.getByRole("list", { name: "Sechs Wörter zum Vergleichen" });
  expect(
    within(words)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual(WORDS);
  await expectAccessible();
  fake.answers.approve = err("offline");
  await user.click(screen.getByRole("button", { name: "Jonas Weber freigeben" }));
  expect((await screen.findByRole("alert")).textContent).toBe(text.say("fault.approve-offline"));
  fake.answers.approve = { ok: true, value: undefined };
  await user.click(screen.getByRole("button", { name: "Jonas Weber freigeben" }));
  expect(screen.queryByText("Jonas Weber möchte ins Team.")).toBeNull();
});

test("[UI35] without admin rights a request is seen and not decided", async () => {
  const { user } = showRequest("member");
  await user.click(await screen.findByRole("button", { name: /^Team/u }));
  expect(screen.getByText("Jonas Weber möchte ins Team.")).toBeDefined();
  expect(screen.queryByRole("button", { name: /freigeben|Einladen/u })).toBeNull();
});

test("[UI36] an invitation is text to copy and a QR code, and never a web address", async () => {
  const { user, copied } = showTeam();
  await user.click(screen.getByRole("button", { name: "Einladen" }));
  await user.keyboard("Frau Schneider{Enter}");
  await screen.findByRole("dialog", { name: "Einladung für Frau Schneider" });
  await user.click(screen.getByRole("button", { name: "Text kopieren" }));
  expect(copied).toEqual(["beiakte-1-probe-probe"]);
  expect(await screen.findByText("Kopiert.")).toBeDefined();
  expect(screen.getByRole("img", { name: "Einladung als QR-Code" })).toBeDefined();
  expect(document.querySelector("a[href]")).toBeNull();
  await expectAccessible();
});

test.each(["offline", "refused"] as const)(
  "[UI11] an invitation answered with %s says what to do",
  async (fault) => {
    const { user, fake } = showTeam();
    fake.answers.invite = err(fault);
    await user.click(screen.getByRole("button", { name: "Einladen" }));
    await user.keyboard("Frau Schneider{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe(text.say(`fault.invite-${fault}`));
  },
);

test("[UI37] the settings change the passphrase, show the version and lock", async () => {
  const { user, fake } = showApp({ bench: { place: "settings" } });
  await expectAccessible();
  expect(screen.getByText(/Beiakte 0\.1\.0/u)).toBeDefined();
  const next = "eine ganz andere Reihe Wörter";
  await fill(user, screen.getByLabelText("Bisherige Passphrase"), "falsch");
  await fill(user, screen.getByLabelText("Neue Passphrase"), next);
  await fill(user, screen.getByLabelText("Passphrase wiederholen"), next);
  await user.keyboard("{Enter}");
  expect((await screen.findAllByText(text.say("fault.wrong-passphrase"))).length).toBeGreaterThan(
    0,
  );
  await user.clear(screen.getByLabelText("Bisherige Passphrase"));
  await user.type(screen.getByLabelText("Bisherige Passphrase"), `${PASSPHRASE}{Enter}`);
  expect(await screen.findByText(text.say("settings.passphrase-done"))).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Sperren" }));
  expect(fake.stage.get()).toEqual({ type: "locked", because: "button" });
});
