/** The team of the sample: invented people of two real kinds of employers, who share a caseload. */
export const TEAM_NAME = "Integrationsmanagement (Übung)";

export const ORGANISATIONS = ["Jugend- und Sozialamt", "Diakonie"] as const;

type SampleMember = { readonly name: string; readonly organisation: string };

const at = (organisation: string, names: string): readonly SampleMember[] =>
  names.split(", ").map((name) => ({ name, organisation }));

/** The first is the member who practises. */
export const CASEWORKERS: readonly SampleMember[] = [
  ...at(
    ORGANISATIONS[0],
    "Aylin Kaya, Markus Hirt, Katharina Vogt, Daniela Riehm, Jonas Kübler, Sabine Armbruster, Elena Wagner, Tobias Schäuble, Nadine Feiler, Stefan Augenstein, Mirjam Bischoff, Halil Demirci",
  ),
  ...at(
    ORGANISATIONS[1],
    "Ruth Kärcher, Benjamin Lotz, Christine Oßwald, Farida Samadi, Petra Morlock, Simon Treiber, Lea Burghardt, Oksana Hauser",
  ),
];

/** Named after districts, without a street: no house is meant. */
export const ACCOMMODATIONS: readonly string[] = [
  "Arlinger",
  "Brötzingen",
  "Buckenberg",
  "Büchenbronn",
  "Dillweißenstein",
  "Eutingen",
  "Haidach",
  "Hohenwart",
  "Huchenfeld",
  "Nordstadt",
  "Oststadt",
  "Südstadt",
  "Weststadt",
];

/** Volunteers who take steps over. */
export const VOLUNTEERS: readonly string[] = [
  "Frau Vogel",
  "Herr Maisenbacher",
  "Frau Dittus",
  "Herr Gengenbach",
  "Frau Zipse",
  "Herr Kern",
  "Frau Lindörfer",
  "Frau Bauer",
];
