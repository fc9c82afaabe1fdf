// @ts-check
/**
 * The persons of the practice portal. All are made up: offices and authorities with these numbers
 * do not exist, telephone numbers are from the range that is kept free for films. The
 * first two have a case in the sample caseload, the others have none.
 */

/**
 * @typedef {object} Client
 * @property {string} number how the portal itself names the person, in its addresses
 * @property {string} surname
 * @property {string} given
 * @property {string} born ISO date
 * @property {string} street
 * @property {string} place
 * @property {string} bgNumber BG-Nummer
 * @property {string} fileNumber Aktenzeichen
 * @property {string} childBenefitNumber Kindergeldnummer
 * @property {string} bamfNumber Aktenzeichen of the BAMF
 * @property {string} customerNumber Kundennummer of the Bundesagentur
 * @property {string} phone
 * @property {string} callback a telephone number that looks like a BAMF file number
 * @property {string} orderNumber an order number that looks like an AZR number
 * @property {Guarded | undefined} guarded
 *
 * What must never be proposed for keeping. Public specimens with fitting check digits.
 * @typedef {object} Guarded
 * @property {string} azrNumber
 * @property {string} taxId
 * @property {string} pensionNumber
 * @property {string} healthNumber
 * @property {string} iban
 * @property {string} cardSerial
 * @property {string} policeNumber D-Nummer
 */

const SURNAMES =
  "Berisha Gashi Hoxha Shala Thaçi Petrović Jovanović Ćosić Ilić Popov Dimitrov Ionescu Bălan Fernandes Perera Silva Mbemba Kouassi Ndiaye Rahman Chowdhury Gurung Thapa Lê Phạm".split(
    " ",
  );
const GIVEN_NAMES =
  "Arta Besnik Valon Teuta Milica Goran Snežana Dragan Elena Radu Ioana Mircea Inês Nuno Chantal Serge Moussa Rehana Tanvir Sunita Bikash Thảo Minh".split(
    " ",
  );
const STREETS = "Ahornweg Birkengasse Fliederstraße Gartenzeile Hafersteig Kastanienallee".split(
  " ",
);

/** The three persons whom end-to-end tests speak of. They come first in every list. */
export const NAMED_CLIENTS = /** @type {const} */ ([
  named(1, "Krasniqi", "Mirlinda", "1991-03-14", {
    azrNumber: "150917012345",
    taxId: "86 095 742 719",
    pensionNumber: "15 070649 C 103",
    healthNumber: "A123456780",
    iban: "DE89 3704 0044 0532 0130 00",
    cardSerial: "C01X00T47",
    policeNumber: "D000000000001",
  }),
  named(2, "Alemayehu", "Tadesse", "1986-01-01", {
    azrNumber: "160304900017",
    taxId: "47 036 892 816",
    pensionNumber: "65 170839 J 003",
    healthNumber: "T000000115",
    iban: "DE75 5121 0800 1245 1261 99",
    cardSerial: "L01X00T47",
    policeNumber: "D000000000002",
  }),
  named(3, "Nguyễn-Bäcker", "Anh Thư", "1998-09-23", {
    azrNumber: "171129900025",
    taxId: "65 929 970 489",
    pensionNumber: "00 230998 N 525",
    healthNumber: "N000000124",
    iban: "DE02 1203 0000 0000 2020 51",
    cardSerial: "T22000129",
    policeNumber: "D000000000003",
  }),
]);

/** Enough for a search that finds several, and for pages to turn. @type {readonly Client[]} */
export const CLIENTS = [
  ...NAMED_CLIENTS,
  ...Array.from({ length: 134 }, (_, place) => {
    const index = place + NAMED_CLIENTS.length + 1;
    const surname = of(SURNAMES, index * 7);
    return client(index, surname, of(GIVEN_NAMES, index * 5), bornAs(index), undefined);
  }),
];

/** @param {string} number */
export function clientByNumber(number) {
  return CLIENTS.find((one) => one.number === number);
}

/**
 * @param {number} index
 * @param {string} surname
 * @param {string} given
 * @param {string} born
 * @param {Guarded} guarded
 */
function named(index, surname, given, born, guarded) {
  return { ...client(index, surname, given, born, guarded), guarded };
}

/**
 * @param {number} index
 * @param {string} surname
 * @param {string} given
 * @param {string} born
 * @param {Guarded | undefined} guarded
 * @returns {Client}
 */
function client(index, surname, given, born, guarded) {
  const three = String(index).padStart(3, "0");
  // Spread out, and for each kind in another way: no number of a person is a part of another one,
  // and neighbours in a list do not differ in their last digit alone.
  /** @param {number} step */
  const five = (step) => String(10_000 + ((index * step) % 90_000));
  return {
    number: `${1000 + index}`,
    surname,
    given,
    born,
    street: `${of(STREETS, index)} ${(index % 47) + 1}`,
    place: "99999 Musterstadt",
    bgNumber: `99901//00${five(6_151)}`,
    fileNumber: `51.4-2026-9${five(7_019).slice(1)}`,
    childBenefitNumber: `999FK9${five(8_387)}`,
    bamfNumber: `99${five(9_173)}-${of(["475", "423", "246", "432"], index)}`,
    customerNumber: `999${of(["D", "E", "H"], index)}9${five(5_431)}`,
    phone: `069 90009-${three}`,
    callback: `6990009-${three}`,
    orderNumber: `2603049${five(4_597)}`,
    guarded,
  };
}

/** @param {number} index */
function bornAs(index) {
  // Whoever does not know the day was born on the first of January, in every office.
  if (index % 6 === 0) return `${1960 + (index % 45)}-01-01`;
  const month = String((index % 12) + 1).padStart(2, "0");
  return `${1955 + ((index * 13) % 52)}-${month}-${String(((index * 11) % 28) + 1).padStart(2, "0")}`;
}

/**
 * @param {readonly string[]} all
 * @param {number} place
 */
function of(all, place) {
  return all[place % all.length] ?? "";
}
