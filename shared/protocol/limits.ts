/** Larger things travel in pieces of at most this size, so that no socket is held up for long. */
export const FRAME_MOST_BYTES = 1 << 20;

/** An entry in one piece or in many: a note of 16 MiB is no note. Bounds what a sender can make a receiver hold. */
export const WHOLE_MOST_BYTES = 16 << 20;

/** Carets and beacons are small; a whisper is never worth holding up an entry. */
export const WHISPER_MOST_BYTES = 64 << 10;

/** The relay sends this many random bytes to be signed. */
export const CHALLENGE_BYTES = 32;

/** A space has at most about 50 members; each may have some devices. */
export const DEVICES_MOST = 1000;

/** Records in one frame; a roster grows by some records a month. */
export const RECORDS_MOST = 10_000;

/** Entries in one frame: enough that catching up is bound by the disk and not by frames. */
export const ENTRIES_IN_FRAME_MOST = 512;

/** The device asks for a sign of life this often; idle proxies cut after 30 to 60 s. */
export const PING_EVERY_MS = 20_000;

/** The alphabet of the relay's protocol that this program speaks. */
export const PROTOCOL_VERSION = 1;
