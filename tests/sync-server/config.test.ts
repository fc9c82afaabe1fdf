import { expect, test } from "vitest";
import { parseCommand } from "../../sync-server/src/config";
import { DEFAULT_LIMITS, TokenBucket } from "../../sync-server/src/limits";
import { defaultNames, isLoopback } from "../../sync-server/src/origin";
import { makeVoucher, voucherHash } from "../../sync-server/src/voucher";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { makeHandClock } from "./running-relay";

test("[RE29] without a word the relay listens on loopback, port 7420, with data in ./data", () => {
  expect(parseCommand([], {})).toEqual({
    ok: true,
    value: {
      verb: "start",
      config: {
        port: 7420,
        host: "127.0.0.1",
        data: "./data",
        names: [],
        allowedOrigins: [],
        isVerbose: false,
      },
    },
  });
});

test("[RE29] options come before the environment, and that before the defaults", () => {
  const environment = {
    BEIAKTE_PORT: "1234",
    BEIAKTE_HOST: "10.0.0.1",
    BEIAKTE_DATA: "/srv/relay",
    BEIAKTE_NAME: "relay.example.org, second.example.org:8443",
    BEIAKTE_ALLOW_ORIGIN: "https://panel.example.org",
  };
  expect(parseCommand(["start"], environment)).toMatchObject({
    value: {
      config: {
        port: 1234,
        host: "10.0.0.1",
        data: "/srv/relay",
        names: ["relay.example.org", "second.example.org:8443"],
        allowedOrigins: ["https://panel.example.org"],
      },
    },
  });
  const options = ["--port", "5", "--host=::1", "--data", "here", "--name", "Other.example.org"];
  expect(parseCommand(options, environment)).toMatchObject({
    value: { config: { port: 5, host: "::1", data: "here", names: ["other.example.org"] } },
  });
  expect(parseCommand(["voucher"], environment)).toEqual({
    ok: true,
    value: { verb: "voucher", data: "/srv/relay" },
  });
  expect(parseCommand(["backup", "copy.sqlite", "--data", "x"], {})).toEqual({
    ok: true,
    value: { verb: "backup", data: "x", to: "copy.sqlite" },
  });
  expect(parseCommand([], { BEIAKTE_PORT: "", BEIAKTE_DATA: "" })).toEqual(parseCommand([], {}));
});

test("[RE29] a bad value is told in one line that names it", () => {
  const bad: readonly (readonly [readonly string[], Record<string, string>, string])[] = [
    [["--port", "70000"], {}, "--port is a number"],
    [["--port", "http"], {}, "--port is a number"],
    [[], { BEIAKTE_PORT: "-1" }, "BEIAKTE_PORT is a number"],
    [["--host", "ws://x"], {}, '"ws://x" is not a host'],
    [["--data", ""], {}, "--data needs a folder"],
    [["--name", "wss://relay.example.org"], {}, "--name is a host name"],
    [["--name", "relay.example.org/path"], {}, "--name is a host name"],
    [["--allow-origin", "panel.example.org"], {}, "--allow-origin is an origin"],
    [["--prot", "1"], {}, "Unknown option '--prot'"],
    [["stop"], {}, 'unknown command "stop"'],
    [["backup"], {}, "backup needs exactly one FILE"],
    [["voucher", "two"], {}, 'unexpected argument "two"'],
  ];
  for (const [args, environment, start] of bad) {
    const parsed = parseCommand(args, environment);
    expect(parsed.ok ? "accepted" : parsed.error).toContain(start);
    expect(parsed.ok ? "" : parsed.error).not.toContain("\n");
  }
  expect(parseCommand(["--help"], {})).toEqual({ ok: true, value: { verb: "help" } });
});

test("[RE12] unless told otherwise the relay's names are its address and those of loopback", () => {
  expect(defaultNames("::1", 7420)).toEqual([
    "[::1]:7420",
    "localhost:7420",
    "127.0.0.1:7420",
    "[::1]:7420",
  ]);
  expect(["127.0.0.1", "::1", "localhost", "::ffff:127.0.0.1"].every(isLoopback)).toBe(true);
  expect(["0.0.0.0", "::", "128.0.0.1", "localhost.evil", undefined].some(isLoopback)).toBe(false);
});

test("[RE20] a bucket fills evenly, up to its size, and its debt is waited for", () => {
  const clock = makeHandClock();
  const bucket = new TokenBucket(clock, 10, 20);
  expect(bucket.take(20)).toBe(0);
  expect(bucket.tryTake(1)).toBe(false);
  expect(bucket.take(5)).toBe(500);
  clock.turn(500);
  expect(bucket.take(0)).toBe(0);
  clock.turn(60_000);
  expect(bucket.tryTake(21)).toBe(false);
  expect(bucket.tryTake(20)).toBe(true);
  clock.turn(-60_000);
  expect(bucket.take(0)).toBe(0);
  expect(DEFAULT_LIMITS.framesAtOnce).toBeGreaterThan(DEFAULT_LIMITS.framesPerSecond);
});

test("[RE10] a voucher is read with whatever space and capitals it was pasted", () => {
  const voucher = makeVoucher(cryptoRandom);
  expect(voucher).toMatch(/^beiakte-voucher(-[\da-f]{4}){8}$/u);
  expect(voucherHash(`\n ${voucher.toUpperCase()} `)).toEqual(voucherHash(voucher));
  expect(voucherHash(makeVoucher(cryptoRandom))).not.toEqual(voucherHash(voucher));
});
