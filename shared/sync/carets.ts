/**
 * What of a colleague's awareness reaches the editor: where the caret stands, as Yjs's relative
 * positions. Who they are is said by the seal; what the whisper claims beside that is left out.
 *
 * The wire is that of y-protocols/awareness: a count, then client, clock and JSON of each.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { MemberId } from "../base/ids";

/** Stands in the state as `user`, which is what the editor's plugin asks for. */
export type CaretOwner = { readonly name: string; readonly member: MemberId };

type Fields = ReadonlyMap<string, unknown>;

// A panel speaks of its own caret; the rest of the number is room for tabs that were closed.
const CLIENTS_MOST = 16;

// The plugin wants a colour in its own form, and without it complains to the console at each key,
// with the person's name. Ours are the look's, by member.
const NO_COLOUR = "#000000";

export type CaretUser = CaretOwner & { readonly color: string };

/** For the own state too: the plugin reads it in the same form. */
export function caretUser({ member, name }: CaretOwner): CaretUser {
  return { name, member, color: NO_COLOUR };
}

/** Nothing where it is no awareness. `self`: the client that nobody else may speak for. */
export function caretsOf(
  awareness: Uint8Array,
  owner: CaretOwner,
  self: number,
): Uint8Array | undefined {
  try {
    const decoder = decoding.createDecoder(awareness);
    const count = decoding.readVarUint(decoder);
    if (count > CLIENTS_MOST) return undefined;
    const states = Array.from({ length: count }, () => ({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: stateOf(JSON.parse(decoding.readVarString(decoder)), owner),
    }));
    const others = states.filter(({ client }) => client !== self);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, others.length);
    for (const { client, clock, state } of others) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
    return encoding.toUint8Array(encoder);
  } catch {
    // lib0 and JSON say so by throwing.
    return undefined;
  }
}

/** `null`: that client has gone. */
function stateOf(state: unknown, owner: CaretOwner) {
  if (state === null) return null;
  const cursor = fieldsOf(fieldsOf(state)?.get("cursor"));
  const anchor = positionOf(cursor?.get("anchor"));
  const head = positionOf(cursor?.get("head"));
  const isCaret = anchor !== undefined && head !== undefined;
  return { user: caretUser(owner), cursor: isCaret ? { anchor, head } : null };
}

function positionOf(value: unknown) {
  const fields = fieldsOf(value);
  const name = fields?.get("tname") ?? null;
  const assoc = fields?.get("assoc") ?? 0;
  const [type, item] = [idOf(fields?.get("type")), idOf(fields?.get("item"))];
  if (fields === undefined || type === undefined || item === undefined) return undefined;
  if ((name !== null && typeof name !== "string") || !Number.isSafeInteger(assoc)) return undefined;
  return { type, tname: name, item, assoc };
}

/** `null` is a value here: a position names a type, a root or an item. */
function idOf(
  value: unknown,
): { readonly client: number; readonly clock: number } | null | undefined {
  if (value === null || value === undefined) return null;
  const fields = fieldsOf(value);
  const [client, clock] = [fields?.get("client"), fields?.get("clock")];
  return isCount(client) && isCount(clock) ? { client, clock } : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
}
