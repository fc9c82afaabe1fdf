/** Reads what stores hold with the members' keys: how a test knows what must not be lost. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import { textToBytes } from "@beiakte/shared/base/bytes";
import type { DocumentId } from "@beiakte/shared/base/ids";
import { openBox } from "@beiakte/shared/crypto/seal";
import { entryId } from "@beiakte/shared/log/entry";
import { openStored } from "@beiakte/shared/log/opening";
import { keyFor } from "@beiakte/shared/space/keyring";
import * as Y from "yjs";
import type { EntryStore } from "../../extension/src/workspace/entry-store";
import { memberOf, type Team } from "../support/harness";

/** Each letter is written once in a run: from the private use area, which no text uses. */
const FIRST_LETTER = 0xe000;
export const letterOf = (number: number): string => String.fromCharCode(FIRST_LETTER + number);

export class Contents {
  readonly #team: Team;
  readonly #letters = new Map<string, readonly string[]>();

  constructor(team: Team) {
    this.#team = team;
  }

  /** All letters in a store's entries and drafts of a document. */
  async ofStore(store: EntryStore, name: string, document: DocumentId): Promise<readonly string[]> {
    const { space } = this.#team;
    const [entries, drafts] = await Promise.all([
      store.entriesOf(space, document, 0),
      store.draftsOf(space, document),
    ]);
    const parts = await Promise.all([
      ...entries.map(({ bytes, id }) => this.#ofEntry(bytes, id, document)),
      ...drafts.map(({ bytes }) => this.#ofDraft(bytes, name, document)),
    ]);
    return parts.flat();
  }

  async ofEntries(entries: readonly Bytes[], document: DocumentId): Promise<readonly string[]> {
    const parts = await Promise.all(
      entries.map(async (bytes) => this.#ofEntry(bytes, await entryId(bytes), document)),
    );
    return parts.flat();
  }

  async #ofEntry(bytes: Bytes, id: Awaited<ReturnType<typeof entryId>>, document: DocumentId) {
    const held = this.#letters.get(`${document}/${id}`);
    if (held !== undefined) return held;
    const { keyring, roster, space } = this.#team;
    const keys = { keyFor: (epoch: Parameters<typeof keyFor>[1]) => keyFor(keyring, epoch) };
    const stored = { order: 1, id, bytes, place: "acknowledged" } as const;
    const opened = await openStored(stored, { space, document, roster, keys });
    const letters = opened.type === "opened" ? lettersOf(opened.payload.update) : [];
    this.#letters.set(`${document}/${id}`, letters);
    return letters;
  }

  async #ofDraft(bytes: Bytes, name: string, document: DocumentId): Promise<readonly string[]> {
    const { space } = this.#team;
    const associated = textToBytes(`draft/${space}/${document}`);
    const opened = await openBox(memberOf(this.#team, name).draftKey, bytes, associated);
    return opened.ok ? lettersOf(opened.value) : [];
  }
}

function lettersOf(update: Bytes): readonly string[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString
      ? [...struct.content.str].filter((letter) => letter >= letterOf(0))
      : [],
  );
}
