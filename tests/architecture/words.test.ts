import { expect, test } from "vitest";
import { filesBelow, PRODUCT, read } from "./sources";

/** Names under which everything can be put, so that nothing can be found. */
const SAYS_NOTHING = /(^|[-.])(utils?|helpers?|common|types?|managers?|misc)([-.]|$)/;

/**
 * Words that the glossary replaces, with the word to say instead. Only those stand here that no
 * library brings into our code by itself: `client` is Yjs's, `message` is the browser's.
 */
const NEVER_SAY: Readonly<Record<string, string>> = {
  acl: "roster",
  blueprint: "template",
  checklist: "plan",
  checkpoint: "snapshot",
  dashboard: "report",
  decrypt: "open",
  decrypted: "opened",
  dossier: "case",
  dto: "view",
  encrypt: "seal",
  encrypted: "sealed",
  envelope: "entry",
  ephemeral: "whisper",
  keystore: "vault",
  login: "unlock",
  logout: "lock",
  objective: "goal",
  packet: "entry",
  participant: "member",
  preset: "template",
  remark: "note",
  reminder: "follow-up",
  tenant: "space",
  todo: "step",
  wallet: "vault",
  workflow: "plan",
};

/** `crypto/` speaks to WebCrypto, which has words of its own. */
const SPEAKS_FOREIGN = /^shared\/crypto\//;

const DECLARED =
  /\b(?:const|let|function|class|type|interface)\s+([A-Za-z_$][\w$]*)|\breadonly\s+([a-z]\w*)\??:/g;

test("[AR6] no file or folder has a name that says nothing", () => {
  const paths = ["shared", "extension", "sync-server", "tests"].flatMap(filesBelow);
  expect(paths.filter((path) => path.split("/").some((part) => SAYS_NOTHING.test(part)))).toEqual(
    [],
  );
});

test("[AR7] no name in the code uses a word that the glossary replaces", () => {
  const found = PRODUCT.filter((file) => !SPEAKS_FOREIGN.test(file)).flatMap((file) =>
    [...read(file).matchAll(DECLARED)].flatMap((match) => {
      const name = match[1] ?? match[2] ?? "";
      return wordsOf(name)
        .filter((word) => word in NEVER_SAY)
        .map((word) => `${file}: ${name}; say ${NEVER_SAY[word] ?? ""}`);
    }),
  );
  expect(found).toEqual([]);
});

/** `dueDate` → due, date; `HTTPServer` → http, server; `SEAL_AFTER` → seal, after. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[ _$]+/);
}
