/** Argon2id takes half a second: here, so that the panel goes on painting meanwhile. */
import type { PassphraseCost } from "@beiakte/shared/crypto/passphrase";
import { stretchPassphrase } from "@beiakte/shared/crypto/stretch-passphrase";

type Question = { readonly passphrase: string; readonly cost: PassphraseCost };

// Only the page that made this worker can speak to it, and only with this question.
self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  void stretchPassphrase(data.passphrase, data.cost).then((bytes) => self.postMessage(bytes));
});
