/** One row of the table: a folder (or one file) and what it may import besides itself. */
export type Floor = {
  readonly place: string;
  /** Folders, or files without their ending. */
  readonly places: readonly string[];
  readonly packages: readonly string[];
  /** Whether the row also binds what its imports import, and so on. */
  readonly isSealedOff?: true;
};

const BASE = "shared/base";
const CRYPTO = "shared/crypto";
const CATALOGUE = "shared/catalogue";
const MODEL = "shared/model";
const MESSAGES = "extension/src/messages";
const PORTAL = "shared/portal";
const TEXT = "extension/src/text";
const LOOK = "extension/src/look";
const WORKSPACE = "extension/src/workspace";
const CARRIED = "extension/src/carried";

/** Imports point downwards only: to rows further up in this list. A folder that is missing may not exist. */
export const FLOORS: readonly Floor[] = [
  { place: BASE, places: [], packages: [] },
  { place: CRYPTO, places: [BASE], packages: ["@hpke/core", "hash-wasm"] },
  { place: "shared/protocol", places: [BASE], packages: [] },
  { place: PORTAL, places: [BASE], packages: [] },
  { place: CATALOGUE, places: [BASE], packages: [] },
  { place: "shared/space", places: [BASE, CRYPTO, CATALOGUE], packages: ["yjs"] },
  // Whose entry it is, and whether they may, is a question to the roster.
  { place: "shared/log", places: [BASE, CRYPTO, "shared/space/roster"], packages: ["yjs"] },
  // A team keeps its own portal profiles, which are data like the catalogue.
  { place: MODEL, places: [BASE, CATALOGUE, "shared/portal/profile"], packages: ["yjs"] },
  { place: "shared/sample", places: [BASE, CATALOGUE, MODEL], packages: ["yjs"] },
  {
    place: "shared/sync",
    places: [
      BASE,
      "shared/protocol",
      "shared/log",
      "shared/space",
      // Whispers are sealed and signed here: they belong to no log.
      "shared/crypto/padding",
      "shared/crypto/seal",
      "shared/crypto/secret",
      "shared/crypto/signature",
    ],
    packages: ["yjs", "y-protocols", "lib0"],
  },
  { place: "shared/search", places: [BASE, MODEL, CATALOGUE], packages: ["minisearch"] },
  { place: "shared/report", places: [BASE, MODEL, CATALOGUE], packages: [] },
  {
    place: "shared/transfer",
    places: [BASE, CRYPTO, MODEL, "shared/report"],
    packages: [],
  },

  // The relay is blind because it may not import a key: not directly, nor by any way round.
  {
    place: "sync-server/src",
    places: [
      BASE,
      "shared/protocol",
      "shared/crypto/hash",
      "shared/crypto/signature",
      "shared/log/entry",
      "shared/space/join-request",
      "shared/space/record",
      "shared/space/roster",
    ],
    packages: ["node", "ws", "libsql", "pino", "prom-client"],
    isSealedOff: true,
  },

  { place: MESSAGES, places: [BASE, PORTAL], packages: [] },
  // Each file is carried to a page by itself, as its source text.
  { place: CARRIED, places: [], packages: [], isSealedOff: true },
  {
    place: WORKSPACE,
    places: ["shared", MESSAGES, CARRIED],
    packages: ["idb", "lib0", "uqr", "y-indexeddb", "y-protocols", "y-websocket", "yjs"],
  },
  { place: LOOK, places: [], packages: ["@fontsource/fira-sans"] },
  { place: TEXT, places: [], packages: ["i18next"] },
  // Runs in a foreign page: detection and messages, nothing else.
  {
    place: "extension/src/page",
    places: [BASE, PORTAL, MESSAGES],
    packages: [],
    isSealedOff: true,
  },
  {
    place: "extension/src/injected",
    places: [BASE, PORTAL, MESSAGES, "extension/src/page"],
    packages: [],
    isSealedOff: true,
  },
  {
    place: "extension/src/components",
    places: [BASE, MODEL, TEXT, LOOK],
    packages: ["react", "react-aria-components", "uqr"],
  },
  {
    place: "extension/src/screens",
    places: [
      BASE,
      MODEL,
      CATALOGUE,
      PORTAL,
      "shared/search",
      "shared/report",
      "extension/src/components",
      WORKSPACE,
      TEXT,
      LOOK,
    ],
    packages: [
      "react",
      "react-aria-components",
      "@tiptap/core",
      "@tiptap/extension-collaboration",
      "@tiptap/extension-collaboration-caret",
      "@tiptap/pm",
      "@tiptap/react",
      "@tiptap/starter-kit",
      "@tiptap/y-tiptap",
      "y-protocols",
      "yjs",
    ],
  },
  // Runs where nobody sees it, for what Chromium's worker cannot do: it has no document.
  {
    place: "extension/src/offscreen",
    places: [
      MESSAGES,
      "extension/src/workspace/clipboard-duty",
      "extension/src/workspace/clipboard-hands",
    ],
    packages: [],
  },
  {
    place: "extension/src/background",
    places: [BASE, PORTAL, MESSAGES, CARRIED, WORKSPACE, "shared/crypto/random"],
    packages: [],
  },
  // The composition root of the panel.
  {
    place: "extension/src/sidepanel.tsx",
    places: [
      BASE,
      "shared/crypto/random",
      "extension/src/screens",
      WORKSPACE,
      TEXT,
      LOOK,
      // The browser takes this one function from here into a portal's page.
      "extension/src/page/field-hand",
    ],
    packages: ["react"],
  },
];

/** What must stay out of reach however long the way is. */
export const OUT_OF_REACH: readonly {
  readonly from: string;
  readonly never: readonly string[];
}[] = [
  {
    from: "sync-server/src",
    never: [
      "shared/crypto/seal",
      "shared/crypto/lockbox",
      "shared/crypto/passphrase",
      "shared/crypto/stretch-passphrase",
      "shared/crypto/secret",
      "shared/space/keyring",
      "yjs",
    ],
  },
  // The background works while the vault is locked, so it must not be able to open anything.
  {
    from: "extension/src/background",
    never: [
      "shared/crypto/clip-box-open",
      "shared/crypto/hpke",
      "shared/crypto/lockbox",
      "shared/crypto/passphrase",
      "shared/crypto/stretch-passphrase",
      "shared/space/keyring",
      "extension/src/workspace/vault",
      "react",
    ],
  },
];

/** `floorOf` and the checks compare whole steps of a path: `crypto/seal` is not `crypto/sealing`. */
export function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`) || path.replace(/\.\w+$/, "") === place;
}

export function floorOf(path: string): Floor | undefined {
  return FLOORS.find((floor) => isWithin(path, floor.place));
}
