/**
 * Reads our own data files as strictly as a stranger's: a file edited by hand into a wrong shape
 * must be found by its test, not by a caseworker.
 */
import { err, ok, type Result } from "../base/result";
import type { Label } from "./label";

export type DataFault = { readonly type: "bad-data"; readonly at: string; readonly why: string };

/** Thrown inside `readData` only, which turns it into a value. */
class Refused extends Error {
  readonly fault: DataFault;
  constructor(fault: DataFault) {
    super();
    this.fault = fault;
  }
}

/** One place in a data file, with the path that leads to it. */
export class DataReader {
  readonly #value: unknown;
  readonly #at: string;

  constructor(value: unknown, at: string) {
    this.#value = value;
    this.#at = at;
  }

  /** Also refuses fields that nobody reads: what is in the file is in the type. */
  fields<Value>(read: (field: (name: string) => DataReader) => Value): Value {
    const value = this.#value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return this.refuse("not an object");
    }
    const entries = new Map<string, unknown>(Object.entries(value));
    const asked = new Set<string>();
    const result = read((name) => {
      asked.add(name);
      return new DataReader(entries.get(name), `${this.#at}.${name}`);
    });
    for (const name of entries.keys()) if (!asked.has(name)) this.refuse(`unread field ${name}`);
    return result;
  }

  list<Item>(read: (item: DataReader) => Item): readonly Item[] {
    if (!Array.isArray(this.#value)) return this.refuse("not a list");
    return this.#value.map((item: unknown, i) => read(new DataReader(item, `${this.#at}[${i}]`)));
  }

  /** Each field of an object whose names are data. */
  record<Item>(read: (item: DataReader) => Item): ReadonlyMap<string, Item> {
    const value = this.#value;
    if (typeof value !== "object" || value === null) return this.refuse("not an object");
    return new Map(
      Object.entries(value).map(([name, item]) => [
        name,
        read(new DataReader(item, `${this.#at}.${name}`)),
      ]),
    );
  }

  text(): string {
    const value = this.#value;
    return typeof value === "string" && value.trim() !== "" ? value : this.refuse("not a text");
  }

  number(): number {
    return typeof this.#value === "number" ? this.#value : this.refuse("not a number");
  }

  flag(): boolean {
    if (this.#value === undefined) return false;
    return typeof this.#value === "boolean" ? this.#value : this.refuse("not a flag");
  }

  one<Value extends string>(...allowed: readonly Value[]): Value {
    return allowed.find((value) => value === this.#value) ?? this.refuse("not an allowed word");
  }

  label(): Label {
    return this.fields((field) => ({ de: field("de").text(), en: field("en").text() }));
  }

  optional<Value>(read: (reader: this) => Value): Value | undefined {
    return this.#value === undefined || this.#value === null ? undefined : read(this);
  }

  refuse(why: string): never {
    throw new Refused({ type: "bad-data", at: this.#at, why });
  }
}

export function readData<Value>(
  data: unknown,
  read: (reader: DataReader) => Value,
): Result<Value, DataFault> {
  try {
    return ok(read(new DataReader(data, "")));
  } catch (thrown) {
    if (thrown instanceof Refused) return err(thrown.fault);
    throw thrown;
  }
}
