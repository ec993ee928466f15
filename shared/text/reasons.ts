import { enumerated } from './format.ts'

/**
 * Why a value or row of a delivery was repaired, left out or refused, in words for the department that has to mend it.
 * Written beside the row in the vault, in the report and in the exported refusals.
 */
export const reasons = {
  // text
  mojibake: 'Verkeerd gelezen tekens (UTF-8 als Windows-1252) zijn hersteld',
  formulaError: 'De cel bevat een formulefout',
  tooNarrow: 'De cel bevat alleen hekjes: de kolom was te smal bij het exporteren',
  tooLong: 'De tekst is langer dan 2.000 tekens',
  addressTooLong: 'De tekst is langer dan 250 tekens: zo lang is geen deel van een adres',
  bsnInText: 'Een BSN in de tekst is afgeschermd',
  // numbers
  notANumber: 'Dit is geen getal',
  notWhole: 'Dit is geen geheel getal',
  outOfRange: 'Dit getal kan hier niet voorkomen',
  dummyNumber: 'Dit is een opvulwaarde, geen gemeten waarde',
  notYesNo: 'Dit is geen ja of nee',
  notAShare: 'Dit is geen aandeel zoals 1/2 of 50%',
  shareTooLarge: 'Een aandeel is groter dan nul en ten hoogste 1/1',
  shareFromPercent: 'Het afgeronde percentage is gelezen als breuk',
  roundedMoney: 'Het bedrag is afgerond op hele euro’s',
  // dates
  notADate: 'Dit is geen datum',
  noSuchDay: 'Deze dag bestaat niet',
  dayLeftOut: 'Deze dag bestaat niet; jaar en maand zijn overgenomen',
  monthFirst: 'De maand staat vooraan; de dag en de maand zijn omgewisseld',
  thousands: 'Het bedrag is gelezen als duizenden euro’s',
  shortYear: 'Een jaartal van twee cijfers is aangevuld',
  serialDate: 'Een volgnummer van Excel is omgezet in een datum',
  dateWithoutYear: 'De datum heeft geen jaar',
  dummyDate: 'Dit is een opvuldatum',
  yearOutOfRange: 'Dit jaartal kan hier niet kloppen',
  futureDate: 'Deze datum ligt in de toekomst',
  // identifiers
  zerosRestored: 'Weggevallen voorloopnullen zijn aangevuld',
  lettersForDigits: 'De letters O, I of l stonden voor de cijfers 0 en 1',
  scientific: 'Excel heeft dit nummer afgekort (wetenschappelijke notatie); de laatste cijfers zijn weg',
  digitsLost: 'Excel bewaart ten hoogste 15 cijfers; de laatste cijfers zijn onbetrouwbaar',
  excelDate: 'Excel heeft hier een datum van gemaakt',
  notKvk: 'Een KVK-nummer heeft 8 cijfers',
  kvkIsBranch: 'Dit zijn 12 cijfers: mogelijk een vestigingsnummer, geen KVK-nummer',
  notBranch: 'Een vestigingsnummer heeft 12 cijfers',
  notRsin: 'Een RSIN heeft 9 cijfers en doorstaat de elfproef',
  notCadastral: 'Een kadastrale aanduiding noemt gemeente, sectie en perceel, zoals Almere D 1234 of ALM00 D 1234 A7',
  cadastralWriting: 'De kadastrale aanduiding is in de gewone schrijfwijze gezet',
  notBsn: 'Een BSN heeft 9 cijfers en doorstaat de elfproef',
  maskedBsn: 'De BSN is afgeschermd teruggegeven; vul hem weer in voordat u de rij opnieuw aanlevert',
  realBsnInDemo: 'In een demokluis mag geen echt BSN staan',
  notBag: 'Een BAG-nummer heeft 16 cijfers',
  notWozObject: 'Een WOZ-objectnummer heeft 12 cijfers',
  wrongBagType: 'Dit BAG-nummer is van een ander soort object',
  notSbi: 'Een SBI-code heeft 2 tot 5 cijfers',
  sbiZero: 'De SBI-code miste zijn voorloopnul',
  severalSbi: 'Er staan meer codes in de cel; de eerste is als hoofdactiviteit genomen',
  notAreaCode: 'Een gebiedscode is BU, WK of GM met cijfers',
  areaCodePrefix: 'Het voorvoegsel van de gebiedscode is aangevuld',
  // choices, names
  notListed: 'Deze waarde staat niet in de lijst',
  listedAs: (value: string) => `Niet in de lijst; opgenomen als ‘${value}’`,
  nameNotSplit: 'De naam is niet te splitsen in voorletters en achternaam',
  // coordinates and outlines
  notACoordinate: 'Dit is geen coördinaat in het Rijksdriehoeksstelsel of WGS84',
  coordinatesSwapped: 'X en Y stonden omgewisseld',
  coordinateConverted: 'Lengte- en breedtegraad zijn omgerekend naar het Rijksdriehoeksstelsel',
  outsideNetherlands: 'Dit punt ligt buiten Nederland',
  notAnOutline: 'Dit is geen vlak',
  // addresses
  addressRead: (how: string) => `Adres ontleed: ${how}`,
  // rows
  required: (label: string) => `Verplicht veld ontbreekt: ${label}`,
  requiredUnreadable: (label: string, reason: string) => `Verplicht veld ${label} is niet bruikbaar: ${reason}`,
  notIdentified: (sets: string, uncounted: readonly string[]) =>
    `Niet te herkennen waar de rij over gaat; nodig is ${sets}${uncounted.length === 0 ? '' : `; ${enumerated(uncounted)} ${uncounted.length === 1 ? 'telt' : 'tellen'} niet mee`}`,
  tooManyCells: (cells: number, headings: number) => `De rij heeft ${cells} velden en de kop ${headings}`,
  brokenQuotes: 'De aanhalingstekens op deze regel kloppen niet',
  duplicateKey: 'Hetzelfde nummer staat al eerder in deze levering',
  total: 'Totaalregel',
  repeatedHeading: 'Herhaalde kopregel',
  note: 'Losse tekst, geen gegevens',
  fiu: 'Wat van de FIU komt, wordt niet ingelezen: het blijft bij de FIU en het RIEC',
  destroyed: 'Dit signaal is na zijn bewaartermijn vernietigd en komt niet opnieuw binnen; vraag de afdeling het ook weg te laten',
  // KVK and BAG
  kvkContradiction: (other: string) => `Het KVK-nummer spreekt de eigen verwijzing van KVK tegen (${other})`,
  bagWithoutStreet: (id: string) => `De openbare ruimte ${id} staat niet in dit bestand`,
} as const
