import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { addArea } from "@beiakte/shared/model/plan";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type RelayProcess, startRelayProcess } from "../../support/relay-process";
import { makeColleague, openTeamOf, realClock, until } from "../../support/colleague";

let relay: RelayProcess;

beforeAll(async () => {
  relay = await startRelayProcess(inject("relay"), mkdtempSync(join(tmpdir(), "beiakte-")));
});

afterAll(() => relay.stop());

test("[WS1] two colleagues found, invite, approve, and write in the same case", async () => {
  const anna = makeColleague();
  const ben = makeColleague();
  await anna.workspace.start();
  await ben.workspace.start();
  expect(anna.workspace.stage.get().type).toBe("first-run");
  const founded = await anna.workspace.foundTeam({
    teamName: "Integrationsmanagement",
    organisation: "Stadt",
    memberName: "Anna Beispiel",
    passphrase: "vier kleine graue Esel",
    relay: `ws://127.0.0.1:${relay.port}`,
    voucher: "",
  });
  expect(founded).toEqual({ ok: true, value: undefined });
  const team = await openTeamOf(anna.workspace);
  const invited = await team.invite("Ben", "member");
  if (!invited.ok) throw new Error(invited.error);
  const accepted = await ben.workspace.acceptInvitation({
    invitation: invited.value.text,
    memberName: "Ben Beispiel",
    organisation: "Diakonie",
    passphrase: "sieben bunte Elstern",
  });
  expect(accepted).toEqual({ ok: true, value: undefined });
  const waiting = ben.workspace.stage.get();
  const { requests } = await until(team.team, (view) => view.requests.length === 1);
  expect(waiting.type === "waiting" && waiting.words).toEqual(requests[0]?.words);
  expect(requests[0]?.name).toBe("Ben Beispiel");
  if (requests[0] === undefined) return;
  expect(await team.approve(requests[0].device)).toEqual({ ok: true, value: undefined });
  const bens = await openTeamOf(ben.workspace);
  await until(bens.team, (view) => view.members.some(({ name }) => name === "Anna Beispiel"));

  const created = await team.createCase({
    household: [
      {
        givenName: "Rania",
        familyName: "Haddad",
        birthDate: undefined,
        languages: [],
        role: "adult",
      },
    ],
    identifiers: [],
    accommodation: undefined,
    responsible: team.team.get().self,
  });
  if (!created.ok) throw new Error(created.error);
  await until(bens.caseload, (rows) => rows.length === 1);
  const annas = await team.openCase(created.value);
  const benCase = await bens.openCase(created.value);
  if (!annas.ok || !benCase.ok) throw new Error("no case");
  const actor = { member: team.team.get().self, clock: realClock, random: cryptoRandom };
  annas.value.act((doc) => addArea(doc, actor, "language" as never));
  await until(benCase.value.file, (file) => file.plan.areas.length === 1);
  await until(annas.value.presence, (others) => others.length === 1);
  const note = await annas.value.createNote("home_visit" as never);
  if (!note.ok) throw new Error("no note");
  await until(benCase.value.notes, (notes) => notes.length === 1);
  await until(annas.value.state, ({ saved }) => saved === "seen" || saved === "at-relay");
}, 30_000);
