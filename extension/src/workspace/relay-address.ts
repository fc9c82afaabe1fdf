import { isInvitationRelay } from "@beiakte/shared/space/invitation-text";

/** `wss:` everywhere, `ws:` only to this machine. */
export function isRelayAddress(text: string): boolean {
  if (!isInvitationRelay(text) || !URL.canParse(text)) return false;
  const { hostname, protocol } = new URL(text);
  return protocol === "wss:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
