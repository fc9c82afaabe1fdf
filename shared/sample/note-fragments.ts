/**
 * What notes of the sample are put together from. Slots in braces are filled by `note-text.ts`:
 * `P` Frau Haddad · `Pd` the same after *mit* or *für* (Herrn Haddad) · `er` sie/er · `Er` Sie/Er ·
 * `K` a child at school, `Z` a smaller one · `M` a colleague · `E` a volunteer, `Ed` the same after *mit* · `V` a day just
 * past · `D` a day to come · `F` a later day · `U` a time · `L` a level · `B` an amount of money.
 * A sentence that names a child is used only where there is one.
 */
import type { NoteKind } from "../catalogue/note-kinds";

export const OPENINGS: Readonly<Record<NoteKind, readonly string[]>> = {
  talk: [
    "{P} kommt wie vereinbart zum Gespräch.",
    "Gespräch in der Sprechstunde, {P} ist ohne Termin da.",
    "Gespräch mit {Pd}, übersetzt hat eine Sprachmittlerin.",
    "{P} kommt in Begleitung von {Ed}.",
    "Gespräch zum Stand des Plans, {P} ist gut vorbereitet.",
    "Gespräch mit {Pd} im Büro, Verständigung auf Deutsch ist inzwischen möglich.",
  ],
  "home-visit": [
    "Hausbesuch bei {Pd}, angemeldet.",
    "Besuch in der Unterkunft, {P} ist zu Hause.",
    "Hausbesuch zusammen mit {M}.",
    "Besuch vor Ort; der Haushalt ist vollzählig, das Zimmer ist ordentlich, aber eng.",
    "Hausbesuch wegen der Post der letzten Wochen.",
  ],
  phone: [
    "{P} ruft an.",
    "Rückruf bei {Pd}.",
    "Telefonat mit {Pd}, kurz.",
    "Anruf bei {Pd} nach dem Schreiben vom {V}.",
    "{P} meldet sich telefonisch und fragt nach dem Stand.",
  ],
  letter: [
    "{P} bringt ein Schreiben vom {V} mit.",
    "Brief vom {V} gemeinsam gelesen.",
    "Schreiben eingegangen, Kopie liegt vor.",
    "{P} hat einen Brief erhalten und versteht ihn nicht.",
  ],
  message: [
    "Nachricht von {Pd} per E-Mail.",
    "{P} schickt ein Foto des Schreibens vom {V}.",
    "E-Mail an {Pd} mit den nächsten Terminen.",
    "{P} fragt per Nachricht nach.",
  ],
  accompaniment: [
    "Begleitung zum Termin um {U} Uhr.",
    "{P} zum Termin begleitet, Wartezeit etwa 40 Minuten.",
    "{E} hat {Pd} zum Termin begleitet und berichtet.",
    "Gemeinsamer Termin am Schalter, {P} spricht weitgehend selbst.",
  ],
  "case-conference": [
    "Fallbesprechung mit {M}.",
    "Kurze Abstimmung mit {M} zur Vertretung.",
    "Fallbesprechung im Team.",
    "Besprechung mit {M} und der Schulsozialarbeit.",
  ],
  other: [
    "Vermerk nach Aktenlage.",
    "Stand zusammengefasst.",
    "Vermerk für die Vertretung durch {M}.",
    "Nachtrag zum {V}.",
  ],
};

/** By area of the plan template. */
export const TOPICS: Readonly<Record<string, readonly string[]>> = {
  language: [
    "Die Berechtigung zum Integrationskurs liegt vor, eine Kopie ist beim Kursträger.",
    "Der Einstufungstest hat {L} ergeben.",
    "Für {Z} fehlt am Nachmittag die Betreuung, deshalb kommt nur ein Kurs am Vormittag in Frage.",
    "Der Kursträger bestätigt den Platz, Beginn ist am {F}.",
    "Die Fahrtkosten zum Kurs sind noch nicht beantragt; das Formular wurde gemeinsam ausgefüllt.",
    "Der Kursträger meldet Fehlzeiten. Grund waren Arzttermine, die Nachweise werden nachgereicht.",
    "{Er} besucht den Integrationskurs regelmäßig und möchte die Prüfung im nächsten Durchgang ablegen.",
    "{Er} übt zweimal in der Woche mit {Ed} und spricht deutlich sicherer.",
    "{P} hat den Deutsch-Test für Zuwanderer mit {L} bestanden und freut sich sehr.",
    "Der Berufssprachkurs ist verschoben, {P} steht auf der Warteliste.",
  ],
  status: [
    "Die Krankenkasse benötigt ein neues Lichtbild für die Gesundheitskarte.",
    "Die Steuer-ID ist angekommen und dem Arbeitgeber mitgeteilt.",
    "Das Jobcenter fordert Kontoauszüge der letzten drei Monate an.",
    "Termin bei der Ausländerbehörde am {D}, {U} Uhr; Pass und Lichtbild sind vorhanden.",
    "Die Fiktionsbescheinigung liegt vor und ist bis zum {F} gültig.",
    "Kindergeld für {Z} ist bewilligt, die Nachzahlung wird auf das Grundsicherungsgeld angerechnet.",
    "Im Bescheid fehlen die Kosten der Unterkunft für einen Monat, {P} möchte Widerspruch einlegen. Frist ist der {D}.",
    "{P} hat eine Mahnung über {B} Euro erhalten. Ratenzahlung ist vereinbart.",
    "Der Weiterbewilligungsantrag muss bis zum {D} beim Jobcenter sein.",
    "Der Aufenthaltstitel läuft am {F} ab, der Antrag auf Verlängerung ist gestellt.",
  ],
  work: [
    "Der Kooperationsplan mit dem Jobcenter wird am {D} besprochen.",
    "Der Lebenslauf ist fertig und liegt in der Akte.",
    "{P} sucht eine Stelle in der Pflege und ist bereit, dafür einen weiteren Kurs zu besuchen.",
    "Drei Bewerbungen sind verschickt, zwei Absagen sind gekommen.",
    "{P} hat ein Praktikum in der Lagerlogistik in Aussicht, Probearbeiten am {D}.",
    "{Er} arbeitet seit dem {V} in Teilzeit, der Vertrag ist dem Jobcenter vorgelegt.",
    "Die erste Lohnabrechnung ist da; Änderung beim Jobcenter angezeigt.",
    "Die Schichtzeiten passen nicht zur Kita von {Z}. {P} spricht mit der Vorarbeiterin.",
    "Der Arbeitgeber möchte {Pd} nach der Probezeit übernehmen.",
  ],
  training: [
    "{P} interessiert sich für eine Ausbildung als Elektroniker oder Mechatroniker.",
    "Beratung bei der Agentur für Arbeit am {D}, Zeugnisse mitnehmen.",
    "Die Einstiegsqualifizierung beginnt am {F}.",
    "Der Ausbildungsvertrag ist unterschrieben.",
    "Antrag auf Berufsausbildungsbeihilfe ist gestellt.",
    "Die Berufsschule sieht Förderbedarf in Mathematik, Nachhilfe ist angefragt.",
  ],
  schooling: [
    "Die Schulbiografie ist aufgenommen, Zeugnisse fehlen teilweise.",
    "Der Masernschutz von {K} ist nachgewiesen.",
    "Die Anmeldung an der Grundschule ist erfolgt, {K} beginnt am {F}.",
    "Elterngespräch in der Schule: {K} kommt gut mit, in Deutsch ist Unterstützung nötig.",
    "Die Klassenlehrerin bittet um Rückruf wegen {K}.",
    "{K} wechselt zum neuen Schuljahr in die Regelklasse.",
    "{P} möchte den Hauptschulabschluss nachholen; Abendschule wäre möglich.",
  ],
  qualification: [
    "Anerkennungsberatung am {D}, {U} Uhr, alle Originale mitbringen.",
    "Die Kosten der Übersetzung, {B} Euro, übernimmt das Jobcenter.",
    "Das Diplom ist übersetzt, der Antrag auf Anerkennung kann gestellt werden.",
    "Die Anerkennungsstelle fordert einen Nachweis über die Berufspraxis.",
    "Teilweise Gleichwertigkeit ist festgestellt; eine Anpassungsmaßnahme ist nötig.",
  ],
  housing: [
    "Es gibt Streit um die Küchenzeiten. Absprache mit den Nachbarn ist getroffen.",
    "{P} sucht weiter eine Wohnung und hat ein Gesuch ausgehängt.",
    "Der Wohnberechtigungsschein ist bewilligt und ein Jahr gültig.",
    "Im Bad ist Schimmel. Die Hausverwaltung ist informiert und kommt am {D}.",
    "Die Absage der Wohnbaugesellschaft ist gekommen, {P} bleibt auf der Liste.",
    "Besichtigung einer Dreizimmerwohnung am {D}; die Zusicherung des Jobcenters muss vor der Unterschrift vorliegen.",
    "Das Mietangebot liegt vor, die Warmmiete ist angemessen.",
    "Die Nebenkostenabrechnung über {B} Euro wurde dem Jobcenter vorgelegt.",
  ],
  children: [
    "Die Vorsorgeuntersuchung von {Z} ist erledigt.",
    "Für {Z} ist ein Kitaplatz ab dem {F} zugesagt.",
    "Die Eingewöhnung von {Z} läuft gut.",
    "{P} besucht jetzt das Elterncafé in der Kita von {Z}.",
    "Bildung und Teilhabe für den Schulausflug von {K} ist beantragt.",
    "{K} möchte in den Fußballverein, der Beitrag kann übernommen werden.",
    "Der Antrag auf Familiennachzug ist vollständig, ein Termin bei der Botschaft steht aus.",
  ],
  health: [
    "Eine Hausarztpraxis im Stadtteil nimmt {Pd} auf.",
    "Die Überweisung liegt vor, der nächste freie Termin ist am {F}.",
    "{P} hat am {D} einen Facharzttermin, eine Sprachmittlung ist angefragt.",
    "Die Zahnbehandlung ist genehmigt.",
    "{P} schläft schlecht. Das Angebot des psychosozialen Zentrums ist erklärt, {er} überlegt es sich.",
    "Das Attest liegt vor; der Kurs ist bis zum {F} ausgesetzt.",
  ],
  participation: [
    "Der Büchereiausweis ist da.",
    "{P} kennt den Treffpunkt im Stadtteil und geht mittwochs hin.",
    "{E} übernimmt eine Patenschaft, das erste Treffen ist am {D}.",
    "{P} möchte schwimmen lernen; der nächste Kurs beginnt am {F}.",
    "{Er} hilft beim Stadtteilfest und übersetzt für andere.",
    "Voraussetzungen der Einbürgerung sind besprochen, es fehlt noch der Einbürgerungstest.",
  ],
};

/** What comes up again and again, whatever the plan says. */
export const EVERYDAY: readonly string[] = [
  "{P} hat mehrere Briefe dabei, alle sind besprochen und abgeheftet.",
  "Eine Rechnung über {B} Euro ist unklar, Rückfrage beim Absender.",
  "Der Termin am {V} ist ausgefallen, neuer Termin ist der {D}.",
  "{P} war krank; die Bescheinigung liegt der zuständigen Stelle vor.",
  "Ein Formular ist gemeinsam ausgefüllt und unterschrieben.",
  "{P} berichtet, dass es gut läuft, und hat im Moment keine Fragen.",
  "Eine Sprachmittlung für den {D} um {U} Uhr ist bestellt.",
  "Die Adresse ist bei allen Stellen auf dem neuen Stand.",
  "{P} hat eine neue Telefonnummer, die Akte ist berichtigt.",
  "Das Schreiben vom {V} ist nur zur Kenntnis, es ist nichts zu tun.",
  "Der Rundfunkbeitrag ist befreit, der Bescheid liegt vor.",
  "Das Ticket für den Nahverkehr ist verlängert.",
  "{P} fragt nach einem günstigen Schrank; das Sozialkaufhaus ist genannt.",
  "Das Konto war kurz gesperrt, die Bank hat es wieder freigegeben.",
  "{M} hat während des Urlaubs vertreten, es gab keine offenen Punkte.",
  "{P} hat einen Termin verpasst und entschuldigt sich.",
];

export const CLOSINGS: readonly string[] = [
  "Nächster Termin am {D} um {U} Uhr.",
  "Wiedervorlage am {F}.",
  "{P} meldet sich, sobald Antwort da ist.",
  "Ich rufe bei der zuständigen Stelle an und gebe Bescheid.",
  "Unterlagen bis zum {D} nachreichen.",
  "Frist in den Plan übernommen.",
  "{M} übernimmt die Vertretung bis zum {F}.",
  "{E} begleitet zum Termin.",
  "Nichts weiter zu veranlassen.",
  "Schritt im Plan erledigt.",
  "Kopie an {Pd} ausgehändigt.",
  "{P} ist einverstanden.",
  "Einwilligung zur Weitergabe an den Kursträger liegt vor.",
  "Plan gemeinsam angesehen und fortgeschrieben.",
];
