/** Counts for the operator's monitoring. No id is ever a label. */
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { DeviceFrame } from "@beiakte/shared/protocol/frames";
import type { Refusal } from "@beiakte/shared/protocol/refusals";

export type Metrics = {
  readonly connections: Gauge;
  readonly frames: Counter<"verb">;
  readonly refusals: Counter<"reason">;
  readonly entries: Counter;
  readonly commitSeconds: Histogram;
  readonly commitEntries: Histogram;
  readonly received: (verb: DeviceFrame["type"]) => void;
  readonly refused: (reason: Refusal) => void;
  /** The text that Prometheus reads. */
  readonly page: () => Promise<{ readonly type: string; readonly text: string }>;
};

export function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const frames = new Counter({
    name: "beiakte_frames_total",
    help: "Frames received from devices, by verb.",
    labelNames: ["verb"] as const,
    registers,
  });
  const refusals = new Counter({
    name: "beiakte_refusals_total",
    help: "Refusals sent to devices, by reason.",
    labelNames: ["reason"] as const,
    registers,
  });
  return {
    frames,
    refusals,
    connections: new Gauge({
      name: "beiakte_connections",
      help: "Open connections.",
      registers,
    }),
    entries: new Counter({
      name: "beiakte_entries_stored_total",
      help: "Entries committed for the first time.",
      registers,
    }),
    commitSeconds: new Histogram({
      name: "beiakte_commit_seconds",
      help: "Duration of one group commit.",
      buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 2],
      registers,
    }),
    commitEntries: new Histogram({
      name: "beiakte_commit_entries",
      help: "Entries offered in one group commit.",
      buckets: [1, 2, 5, 10, 50, 100, 500, 2000],
      registers,
    }),
    received: (verb) => frames.inc({ verb }),
    refused: (reason) => refusals.inc({ reason }),
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
