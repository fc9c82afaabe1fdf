import { request } from "node:http";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isAllowedOrigin, isProxied } from "../../sync-server/src/origin";
import {
  authentication,
  connect,
  makeIdentity,
  makeSpace,
  openSocket,
} from "../support/relay-device";
import { runRelay } from "./running-relay";

test("[RE12] a device that signs the challenge for one of the relay's names is welcome", async () => {
  const relay = await runRelay({ names: ["Relay.example.org"] });
  const device = await openSocket(relay.port, await makeIdentity());
  device.send(await authentication(device, "relay.example.org"));
  await device.next("welcome");
  expect(relay.events).toContainEqual({
    type: "authenticated",
    connection: 1,
    device: device.identity.device,
  });
});

test("[RE12] an answer made for another host is refused with wrong-host", async () => {
  const relay = await runRelay();
  const device = await openSocket(relay.port, await makeIdentity());
  device.send(await authentication(device, "hostile.example.org"));
  expect((await device.next("refused")).reason).toBe("wrong-host");
  expect(await device.closed).toBe("wrong-host");
});

test("[RE12] an answer to another connection's challenge is refused with bad-signature", async () => {
  const relay = await runRelay();
  const [one, two] = [
    await openSocket(relay.port, await makeIdentity()),
    await openSocket(relay.port, await makeIdentity()),
  ];
  two.send(await authentication(one, `127.0.0.1:${relay.port}`));
  expect(await two.closed).toBe("bad-signature");
});

test("[RE12] another version of the protocol is refused with unknown-version", async () => {
  const relay = await runRelay();
  const device = await openSocket(relay.port, await makeIdentity());
  const answer = await authentication(device, `localhost:${relay.port}`);
  device.send({ ...answer, version: 2 });
  expect(await device.closed).toBe("unknown-version");
});

test("[RE12] who asks for something before saying who it is hears not-authenticated", async () => {
  const relay = await runRelay();
  const device = await openSocket(relay.port, await makeIdentity());
  const { space } = await makeSpace(device.identity);
  device.send({
    type: "whisper",
    space,
    to: [],
    bytes: new Uint8Array(3),
  });
  const refused = await device.next("refused");
  expect(refused).toMatchObject({ verb: "whisper", reason: "not-authenticated" });
  expect(await device.closed).toBe("not-authenticated");
});

test("[RE12] who says nothing for ten seconds is let go", async () => {
  const relay = await runRelay();
  const device = await openSocket(relay.port, await makeIdentity());
  await device.next("challenge");
  relay.clock.turn(9_999);
  device.send({ type: "ping" });
  await device.next("pong");
  relay.clock.turn(1);
  expect(await device.closed).toBe("not-authenticated");
});

test("[RE13] extensions, programs and listed pages may connect, other web pages may not", () => {
  const list = ["https://panel.example.org"];
  for (const origin of [
    undefined,
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
    "moz-extension://0b2cd1d5-6ac2-4f6c-8f4e-2d1d3c7f1b11",
    "https://panel.example.org",
  ]) {
    expect(isAllowedOrigin(origin, list)).toBe(true);
  }
  for (const origin of [
    "null",
    "",
    "http://localhost:3000",
    "https://panel.example.org.evil.example",
    "https://evil.example/chrome-extension://abc",
    "chrome-extension://abc/page",
  ]) {
    expect(isAllowedOrigin(origin, list)).toBe(false);
  }
});

test("[RE13] a web page is turned away with 403, and another path with 404", async () => {
  const relay = await runRelay();
  const upgrade = (path: string, origin: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = {
        origin,
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      };
      request({ port: relay.port, host: "127.0.0.1", path, headers })
        .on("response", (response) => resolve(response.statusCode))
        .on("upgrade", (response, socket) => {
          socket.destroy();
          resolve(response.statusCode);
        })
        .on("error", reject)
        .end();
    });
  expect(await upgrade("/", "https://evil.example")).toBe(403);
  expect(await upgrade("/other", "chrome-extension://abc")).toBe(404);
  expect(await upgrade("/", "chrome-extension://abc")).toBe(101);
});

test("[RE14] health and counts are told, the counts not through a proxy", async () => {
  const relay = await runRelay();
  const device = await connect(relay.port, await makeIdentity());
  const get = (path: string, headers = {}) =>
    fetch(`http://127.0.0.1:${relay.port}${path}`, { headers });
  expect(await (await get("/healthz")).text()).toBe("ok\n");
  const counts = await (await get("/metrics")).text();
  expect(counts).toContain("beiakte_connections 1");
  expect(counts).not.toContain(device.identity.device);
  expect((await get("/metrics", { "x-forwarded-for": "10.0.0.1" })).status).toBe(404);
  expect((await get("/")).status).toBe(404);
  expect(isProxied({ via: "1.1 proxy" })).toBe(true);
});

test("[RE15] whatever strangers send, the relay closes on them and lives on", async () => {
  const relay = await runRelay();
  const stranger = await makeIdentity();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 2000 }), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (messages, isMember) => {
        const open = isMember ? connect : openSocket;
        const device = await open(relay.port, stranger);
        for (const message of messages) device.sendRaw(message);
        await device.close();
      },
    ),
    { numRuns: 60 },
  );
  expect(relay.events.filter(({ type }) => type === "bug")).toEqual([]);
  await connect(relay.port, stranger);
});

test("[RE15] a malformed frame, text and too large a message each end with their reason", async () => {
  const relay = await runRelay();
  const malformed = await connect(relay.port, await makeIdentity());
  malformed.sendRaw(Uint8Array.of(0, 200));
  expect((await malformed.next("refused")).reason).toBe("malformed");
  expect(await malformed.closed).toBe("malformed");
  const text = await connect(relay.port, await makeIdentity());
  text.sendRaw("hello");
  expect(await text.closed).toBe("malformed");
  const large = await connect(relay.port, await makeIdentity());
  large.sendRaw(new Uint8Array((1 << 20) + 1));
  expect(await large.closed).toBe("too-large");
  const stranger = await openSocket(relay.port, await makeIdentity());
  stranger.sendRaw(new Uint8Array(2000));
  expect(await stranger.closed).toBe("too-large");
});
