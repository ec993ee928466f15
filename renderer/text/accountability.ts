import type { LogVerification } from '#shared/contract/audit.ts'
import { formatCount, formatNumber } from '#shared/text/format.ts'

export const accountabilityText = {
  tabsLabel: 'Delen van de verantwoording',
  tabs: { log: 'Logboek', users: 'Gebruikers', references: 'Verwijzingen', terms: 'Bewaartermijnen', retention: 'Vernietigd', controls: 'Controlelijsten', board: 'Scorebord', backtest: 'Terugkijken', recompute: 'Narekenen', sheets: 'Bladen' },
  verify: 'Logboek controleren',
  save: 'Opslaan…',
  fileName: 'Logboek.json',
  savedLog: (file: string, lines: number) => `${formatCount(lines, 'regel', 'regels')} opgeslagen in ${file}`,
  lines: (shown: number, total: number) => (shown < total ? `${formatNumber(shown)} van ${formatCount(total, 'regel', 'regels')}` : formatCount(total, 'regel', 'regels')),
  log: 'Logboek',
  action: 'Handeling',
  everyAction: 'Alle handelingen',
  filter: 'Naam, onderwerp of zaaknummer',
  none: 'Geen regels die hieraan voldoen.',
  columns: { seq: 'Regel', at: 'Tijdstip', name: 'Wie', action: 'Handeling', object: 'Onderwerp', purpose: 'Doel', caseNumber: 'Zaak', result: 'Afloop' },
  line: {
    title: (seq: number) => `Regel ${formatNumber(seq)}`,
    account: 'Account',
    origin: 'Werkplek',
    hash: 'Controlegetal',
    none: '–',
  },
  verification: {
    fine: (lines: number) => `Het logboek klopt: ${formatCount(lines, 'regel volgt', 'regels volgen')} op elkaar en het einde is wat de kluis heeft onthouden.`,
    brokenAt: (line: number) => `Regel ${formatNumber(line)} volgt niet uit de regel ervoor: er is iets gewijzigd, toegevoegd of weggehaald.`,
    anchors: {
      equal: '',
      'log-shorter': 'Aan het einde ontbreken regels die de kluis wel kent.',
      differs: 'Het einde van het logboek is een ander dan de kluis heeft onthouden.',
    } satisfies Record<LogVerification['anchor'], string>,
    headUnsound: 'Het begin van het logboek is verlegd, en deze kluis heeft daar geen bewijs van, of wat van daarvóór is bewaard klopt niet.',
    clockBack: (line: number) => `Regel ${formatNumber(line)} zegt ouder te zijn dan een regel erboven: de klok van een werkplek was toen teruggezet. De volgorde van de regels staat vast, hun tijdstip daar niet.`,
    doNot: 'Werk niet verder in deze kluis en waarschuw de privacyfunctionaris.',
    last: 'Laatste controlegetal',
    keep: 'Noteer dit getal buiten deze computer; dan is later ook te zien of het hele logboek is vervangen.',
  },
  guarantees: {
    title: 'Wat het logboek waarborgt',
    list: [
      'Elke raadpleging, wijziging, export en weigering laat een regel na: wie, wat, wanneer, met welk doel en zaaknummer, op welke werkplek.',
      'Opdrachten laten ook een regel na als zij beginnen, zodat een storing zichtbaar blijft.',
      'Elke regel draagt een controlegetal over zichzelf en de regel ervoor (SHA-256). Wie een regel wijzigt of weghaalt, breekt de keten.',
      'De kluis onthoudt het einde van de keten, zodat ook afkappen opvalt.',
      'Regels gaan alleen na hun bewaartermijn weg, door twee personen. Het bewijs staat in de kluis, een regel in de keten noemt het nieuwe begin, en regels die een vernietiging bewijzen blijven langer.',
      'BSN’s staan er alleen als sleutelhash in; de inhoud van signalen en casussen staat er niet in.',
    ],
    limit: 'Wie de wachtwoordzin heeft én de bestanden buiten de toepassing om bewerkt, kan de keten overnieuw maken. Daarom hoort het laatste controlegetal ook ergens anders te staan.',
  },
} as const
