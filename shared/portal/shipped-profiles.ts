/**
 * Examples for the kinds of portals that caseworkers have open. What stands at one address for all
 * has it; what every town has at an address of its own is a pattern to begin from.
 */
import { SOURCED_CLIP } from "./clip-template";
import type { PortalProfile, ProfileAddress, ProfileLabel } from "./profile";
import type { PortalKind } from "./portal-kind";

const at = (...hosts: readonly string[]): readonly ProfileAddress[] =>
  hosts.map((host) => ({ origin: `https://${host}`, path: "/" }));

const labels = (words: Partial<Record<PortalKind, readonly string[]>>): readonly ProfileLabel[] =>
  Object.entries(words).flatMap(([kind, all]) =>
    isOf(words, kind) ? all.map((one) => ({ kind, words: one })) : [],
  );

export const SHIPPED_PROFILES: readonly PortalProfile[] = [
  {
    id: "jobcenter-digital",
    name: "jobcenter.digital",
    addresses: at("www.jobcenter.digital", "jobcenter.digital"),
    kinds: ["bg_number", "ba_customer", "jobcenter_number"],
    labels: labels({
      bg_number: ["BG-Nummer", "Nummer der Bedarfsgemeinschaft", "Bedarfsgemeinschaft"],
      ba_customer: ["Kundennummer", "Ihre Kundennummer"],
    }),
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  },
  {
    id: "arbeitsagentur",
    name: "arbeitsagentur.de",
    addresses: at("www.arbeitsagentur.de", "web.arbeitsagentur.de"),
    kinds: ["ba_customer", "bg_number", "child_benefit_no"],
    labels: labels({
      ba_customer: ["Kundennummer"],
      child_benefit_no: ["Kindergeldnummer", "KG-Nummer"],
    }),
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  },
  {
    id: "bamf-navi",
    name: "BAMF-NAvI",
    addresses: at("bamf-navi.bamf.de", "www.bamf.de"),
    kinds: ["bamf_file", "azr"],
    labels: labels({ bamf_file: ["BAMF-Aktenzeichen", "Gesch.-Z."], azr: ["AZR-Nummer"] }),
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  },
  {
    id: "service-bw",
    name: "service-bw",
    addresses: at("www.service-bw.de", "sso.service-bw.de"),
    kinds: ["file_number"],
    labels: labels({ file_number: ["Vorgangsnummer", "Antragsnummer", "Aktenzeichen"] }),
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  },
  {
    id: "anerkennung",
    name: "Anerkennung in Deutschland",
    addresses: at("www.anerkennung-in-deutschland.de", "anabin.kmk.org"),
    kinds: ["file_number"],
    labels: labels({ file_number: ["Geschäftszeichen", "Antragsnummer"] }),
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  },
  {
    id: "jobcenter-kommunal",
    name: "Jobcenter der Stadt oder des Kreises",
    addresses: [],
    kinds: ["jobcenter_number", "bg_number", "file_number", "ba_customer"],
    // A town's own Jobcenter numbers households as it likes; the label alone says what it is.
    labels: labels({
      bg_number: ["BG-Nummer", "BG-Nr.", "Nummer der Bedarfsgemeinschaft"],
      jobcenter_number: ["Jobcenter-Nummer", "Leistungsnummer", "Fallnummer"],
      file_number: ["Aktenzeichen", "Mein Zeichen"],
    }),
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  },
  {
    id: "auslaenderbehoerde",
    name: "Ausländerbehörde",
    addresses: [],
    kinds: ["file_number", "azr", "bamf_file", "eat_serial"],
    labels: labels({
      file_number: ["Aktenzeichen", "Vorgangsnummer", "Unser Zeichen"],
      azr: ["AZR-Nummer", "AZR-Nr."],
      eat_serial: ["Seriennummer", "eAT-Nummer"],
    }),
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  },
  {
    id: "wohnen",
    name: "Unterbringung und Wohnen",
    addresses: [],
    kinds: ["file_number"],
    labels: labels({ file_number: ["Belegungsnummer", "Mietvertragsnummer", "Aktenzeichen"] }),
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  },
  {
    id: "kurstraeger",
    name: "Kursträger (Integrations- und Berufssprachkurse)",
    addresses: [],
    kinds: ["bamf_file", "file_number"],
    labels: labels({
      bamf_file: ["BAMF-Aktenzeichen"],
      file_number: ["Personenkennziffer", "Teilnehmernummer", "Auftragsnummer"],
    }),
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  },
];

function isOf<Key extends string>(of: Partial<Record<Key, unknown>>, key: string): key is Key {
  return key in of;
}
