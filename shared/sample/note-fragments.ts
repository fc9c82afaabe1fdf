/**
 * What notes of the sample are put together from. Slots in braces are filled by `note-text.ts`:
 * `P` Frau Haddad · `Pd` the same after *mit* or *für* (Herrn Haddad) · `er` sie/er · `Er` Sie/Er ·
 * `K` a child at school, `Z` a smaller one · `M` a colleague · `E` a volunteer · `V` a day just
 * past · `D` a day to come · `F` a later day · `U` a time · `L` a level · `B` an amount of money.
 * A sentence that names a child is used only where there is one.
 */
import type { NoteKind } from "../catalogue/note-kinds";

export const OPENINGS: Readonly<Record<NoteKind, readonly string[]>> = {
  talk: [
    "{P} kommt wie vereinbart zum Gespräch.",
    "Gespräch in der Sprechstunde, {P} ist ohne Termin da.",
    "Gespräch mit {Pd}, übersetzt hat eine Sprachmittlerin.",
    "{P} kommt in Begleitung von {E}.",
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
    "Begleitung zum Termin um {U}.",
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
    "{Er} besucht den Integrationskurs regelmäßig und möchte die Prüfung im nächsten Durchgang ablegen.",
    "Der Kursträger bestätigt den Platz, Beginn ist am {F}.",
    "Der Einstufungstest hat {L} ergeben.",
    "Die Berechtigung zum Integrationskurs liegt vor, eine Kopie ist beim Kursträger.",
    "Für {Z} fehlt am Nachmittag die Betreuung, deshalb kommt nur ein Kurs am Vormittag in Frage.",
    "Die Fahrtkosten zum Kurs sind noch nicht beantragt; das Formular wurde gemeinsam ausgefüllt.",
    "{P} hat den Deutsch-Test für Zuwanderer mit {L} bestanden und freut sich sehr.",
    "Der Kursträger meldet Fehlzeiten. Grund waren Arzttermine, die Nachweise werden nachgereicht.",
    "{Er} übt zweimal in der Woche mit {E} und spricht deutlich sicherer.",
    "Der Berufssprachkurs ist verschoben, {P} steht auf der Warteliste.",
  ],
  status: [
    "Der Aufenthaltstitel läuft am {F} ab, der Antrag auf Verlängerung ist gestellt.",
    "Die Fiktionsbescheinigung liegt vor und ist bis zum {F} gültig.",
    "Der Weiterbewilligungsantrag muss bis zum {D} beim Jobcenter sein.",
    "Im Bescheid fehlen die Kosten der Unterkunft für einen Monat, {P} möchte Widerspruch einlegen. Frist ist der {D}.",
    "Das Jobcenter fordert Kontoauszüge der letzten drei Monate an.",
    "Kindergeld für {Z} ist bewilligt, die Nachzahlung wird auf das Grundsicherungsgeld angerechnet.",
    "{P} hat eine Mahnung über {B} Euro erhalten. Ratenzahlung ist vereinbart.",
    "Die Steuer-ID ist angekommen und dem Arbeitgeber mitgeteilt.",
    "Die Krankenkasse benötigt ein neues Lichtbild für die Gesundheitskarte.",
    "Termin bei der Ausländerbehörde am {D}, {U} Uhr; Pass und Lichtbild sind vorhanden.",
  ],
  work: [
    "Der Lebenslauf ist fertig und liegt in der Akte.",
    "{P} hat ein Praktikum in der Lagerlogistik in Aussicht, Probearbeiten am {D}.",
    "Der Arbeitgeber möchte {Pd} nach der Probezeit übernehmen.",
    "Der Kooperationsplan mit dem Jobcenter wird am {D} besprochen.",
    "{Er} arbeitet seit dem {V} in Teilzeit, der Vertrag ist dem Jobcenter vorgelegt.",
    "Drei Bewerbungen sind verschickt, zwei Absagen sind gekommen.",
    "{P} sucht eine Stelle in der Pflege und ist bereit, dafür einen weiteren Kurs zu besuchen.",
    "Die Schichtzeiten passen nicht zur Kita von {Z}. {P} spricht mit der Vorarbeiterin.",
    "Die erste Lohnabrechnung ist da; Änderung beim Jobcenter angezeigt.",
  ],
  training: [
    "{P} interessiert sich für eine Ausbildung als Elektroniker oder Mechatroniker.",
    "Beratung bei der Agentur für Arbeit am {D}, Zeugnisse mitnehmen.",
    "Die Einstiegsqualifizierung beginnt am {F}.",
    "Der Ausbildungsvertrag ist unterschrieben.",
    "Die Berufsschule sieht Förderbedarf in Mathematik, Nachhilfe ist angefragt.",
    "Antrag auf Berufsausbildungsbeihilfe ist gestellt.",
  ],
  schooling: [
    "{K} wechselt zum neuen Schuljahr in die Regelklasse.",
    "Elterngespräch in der Schule: {K} kommt gut mit, in Deutsch ist Unterstützung nötig.",
    "Der Masernschutz von {K} ist nachgewiesen.",
    "Die Anmeldung an der Grundschule ist erfolgt, {K} beginnt am {F}.",
    "Die Schulbiografie ist aufgenommen, Zeugnisse fehlen teilweise.",
    "{P} möchte den Hauptschulabschluss nachholen; Abendschule wäre möglich.",
    "Die Klassenlehrerin bittet um Rückruf wegen {K}.",
  ],
  qualification: [
    "Das Diplom ist übersetzt, der Antrag auf Anerkennung kann gestellt werden.",
    "Anerkennungsberatung am {D}, {U} Uhr, alle Originale mitbringen.",
    "Die Anerkennungsstelle fordert einen Nachweis über die Berufspraxis.",
    "Die Kosten der Übersetzung, {B} Euro, übernimmt das Jobcenter.",
    "Teilweise Gleichwertigkeit ist festgestellt; eine Anpassungsmaßnahme ist nötig.",
  ],
  housing: [
    "Der Wohnberechtigungsschein ist bewilligt und ein Jahr gültig.",
    "Besichtigung einer Dreizimmerwohnung am {D}; die Zusicherung des Jobcenters muss vor der Unterschrift vorliegen.",
    "Die Absage der Wohnbaugesellschaft ist gekommen, {P} bleibt auf der Liste.",
    "Im Bad ist Schimmel. Die Hausverwaltung ist informiert und kommt am {D}.",
    "{P} sucht weiter eine Wohnung und hat ein Gesuch ausgehängt.",
    "Das Mietangebot liegt vor, die Warmmiete ist angemessen.",
    "Die Nebenkostenabrechnung über {B} Euro wurde dem Jobcenter vorgelegt.",
    "Es gibt Streit um die Küchenzeiten. Absprache mit den Nachbarn ist getroffen.",
  ],
  children: [
    "Für {Z} ist ein Kitaplatz ab dem {F} zugesagt.",
    "Die Vorsorgeuntersuchung von {Z} ist erledigt.",
    "Bildung und Teilhabe für den Schulausflug von {K} ist beantragt.",
    "{K} möchte in den Fußballverein, der Beitrag kann übernommen werden.",
    "{P} besucht jetzt das Elterncafé in der Kita von {Z}.",
    "Die Eingewöhnung von {Z} läuft gut.",
    "Der Antrag auf Familiennachzug ist vollständig, ein Termin bei der Botschaft steht aus.",
  ],
  health: [
    "{P} hat am {D} einen Facharzttermin, eine Sprachmittlung ist angefragt.",
    "Die Überweisung liegt vor, der nächste freie Termin ist am {F}.",
    "{P} schläft schlecht. Das Angebot des psychosozialen Zentrums ist erklärt, {er} überlegt es sich.",
    "Die Zahnbehandlung ist genehmigt.",
    "Eine Hausarztpraxis im Stadtteil nimmt {Pd} auf.",
    "Das Attest liegt vor; der Kurs ist bis zum {F} ausgesetzt.",
  ],
  participation: [
    "{P} kennt den Treffpunkt im Stadtteil und geht mittwochs hin.",
    "{E} übernimmt eine Patenschaft, das erste Treffen ist am {D}.",
    "{P} möchte den Schwimmkurs für Frauen besuchen.",
    "Der Büchereiausweis ist da.",
    "{Er} hilft beim Stadtteilfest und übersetzt für andere.",
    "Voraussetzungen der Einbürgerung sind besprochen, es fehlt noch der Einbürgerungstest.",
  ],
};

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
