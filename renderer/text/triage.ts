import type { TriageShown } from '#shared/contract/triage.ts'
import type { TriageState, Weighing } from '#shared/model/triage.ts'
import { capitalise, formatCount, formatDate, formatDay, formatMoment, formatNumber } from '#shared/text/format.ts'
import { triageShownLabel, triageStateLabel } from '#shared/text/triage.ts'

/** What is asked beside the reason, at the states that name where the signal goes. */
const destinations: Partial<Record<TriageState, readonly [label: string, help: string]>> = {
  toDepartment: ['Welke afdeling?', 'Zij krijgt de regie.'],
  sourceResearch: ['Welke bronnen mogen worden bevraagd?', 'Zoals de privacyfunctionaris bepaalde; te oude gegevens vallen erbuiten.'],
  inCase: ['In welke casus?', 'Het nummer van een casus die er is, zoals C-2026-0001.'],
  inProject: ['In welk project?', 'De naam van de projectmatige aanpak.'],
}

/** What follows from a move. */
const consequence: Partial<Record<TriageState, string>> = {
  notHandled: 'Het signaal blijft bewaard tot zijn termijn om is en wordt dan vernietigd.',
  sourceResearch: 'Daarna ziet u per afdeling hit of geen hit, niet wat zij weet.',
}

/** Wegen: signals from their coming in to what is done with them. */
export const triageText = {
  count: (count: number, total: number, shown: TriageShown) =>
    `${formatCount(total, 'signaal', 'signalen')} ${triageShownLabel[shown]}${count < total ? `; de eerste ${formatNumber(count)} staan hier, zoek om de rest te zien` : ''}.`,
  show: 'Toon',
  shown: (shown: TriageShown) => capitalise(triageShownLabel[shown]),
  filter: 'Zoek op nummer, afdeling of soort',
  list: (shown: TriageShown) => `Signalen ${triageShownLabel[shown]}`,
  columns: { number: 'Nummer', signal: 'Signaal', department: 'Afdeling', kind: 'Soort', subject: 'Adres of bedrijf', date: 'Ontvangen', state: 'Stand', since: 'Sinds', review: 'Opnieuw bekijken' },
  none: {
    received: { title: 'Geen signalen om op te pakken', why: 'Alles wat afdelingen leverden en nog geldig is, is al in weging geweest.' },
    open: { title: 'Niets in weging', why: 'Kies bij ‘Ontvangen’ een signaal om het op te pakken.' },
    settled: { title: 'Nog niets afgehandeld', why: 'Hier staat wat is doorgezet, in een casus of project kwam, of niet in behandeling is.' },
    due: { title: 'Niets te vernietigen', why: 'Een signaal dat niet in behandeling is, komt hier op de laatste dag van zijn jaar.' },
  } satisfies Record<TriageShown, { title: string; why: string }>,
  unknownSubject: 'niet gekoppeld',
  take: {
    title: 'Signaal in weging nemen',
    about: (department: string, kind: string, subject: string) => `${department}: ${kind}${subject === '' ? '' : `, ${subject}`}`,
    why: 'Vanaf nu kunt u de inhoud van dit signaal lezen. De stap komt met uw reden in het verloop, en het bekijken in het logboek.',
    field: 'Waarom pakt u dit signaal op?',
    done: 'In weging nemen',
  },
  back: 'Alle signalen',
  facts: (number: string, department: string) => `${number} · ${department}`,
  gone: 'De levering waarin dit signaal stond, is ingetrokken; de inhoud staat niet meer in de kluis.',
  signal: 'Signaal',
  signalFields: { number: 'Nummer bij de afdeling', department: 'Afdeling', phenomenon: 'Fenomeen', subject: 'Adres of bedrijf', date: 'Ontvangen' },
  noContent: 'De afdeling leverde geen inhoud mee. Vraag haar wat zij meldt voordat u weegt.',
  contentWhy: 'Een signaal is een melding, geen vaststelling.',
  weighings: 'Wegingen',
  weigh: {
    undermining: { title: '1. Gaat het over ondermijning?', groups: ['Verankering: ten minste één', 'Signalering: ten minste één'] },
    task: { title: '2. Raakt het een taak en het grondgebied van de gemeente?', groups: ['2A: taak of bevoegdheid', '2B: grondgebied'] },
    severity: { title: '3. Weegt het zwaar genoeg?', groups: ['Criteria: ten minste één'] },
    hits: { title: '4. Bevestigen de hits het signaal?', groups: ['Hits in andere bronnen'] },
    sharing: { title: '5. Mogen gegevens worden gedeeld?', groups: ['5A: welke gegevens met wie', '5B: welke uitwisseling de aanpak nodig heeft'] },
  } satisfies Record<Weighing, { title: string; groups: readonly string[] }>,
  notYet: 'nog niet aan de beurt',
  toMake: 'te maken',
  yes: 'Ja',
  no: 'Nee',
  verdict: 'Oordeel',
  verdictNeeded: 'Kies ja of nee.',
  criteriaNeeded: 'Een ‘ja’ vraagt uit elke groep ten minste één kenmerk.',
  motive: 'Motivering',
  motiveHelp: 'Waarop dit oordeel rust. Feiten, geen namen van melders.',
  motiveError: 'Schrijf ten minste 20 tekens.',
  weighNow: 'Wegen…',
  weighAgain: 'Opnieuw wegen…',
  weighThis: (title: string, isMade: boolean) => `${isMade ? 'Opnieuw wegen' : 'Wegen'}: ${title}`,
  save: 'Vastleggen',
  ways: 'Vervolg',
  noWays: 'Maak eerst de wegingen; daarna ziet u hier waarheen het signaal kan.',
  onTo: (state: TriageState) => `${capitalise(triageStateLabel[state])}…`,
  backTo: (state: TriageState) => `Terug: ${triageStateLabel[state]}…`,
  move: {
    title: (state: TriageState) => `Signaal: ${triageStateLabel[state]}`,
    destinations,
    destinationError: 'Vul in waarheen het signaal gaat.',
    review: 'Opnieuw bekijken op',
    reviewHelp: 'Leeg als dat niet nodig is.',
    dayError: 'Een dag als 31-12-2026.',
    consequence,
    done: 'Vastleggen',
  },
  index: 'Verwijzindex',
  indexWhy: 'Zonder het signaal zelf.',
  noSubject: 'Dit signaal is aan geen adres of bedrijf gekoppeld; er valt niets te bevragen.',
  steps: 'Verloop',
  step: (at: string, by: string) => `${formatMoment(at)}, ${by}`,
  moveWords: (from: TriageState, to: TriageState, destination: string) => `${capitalise(triageStateLabel[from])} → ${triageStateLabel[to]}${destination === '' ? '' : `: ${destination}`}`,
  reviewOn: (day: string) => `Opnieuw bekijken op ${formatDate(day)}`,
  verdictWords: (title: string, isPositive: boolean) => `${title} ${isPositive ? 'Ja' : 'Nee'}`,
  clock: (since: string, destroyFrom: string) => `Niet in behandeling sinds ${formatDay(since)}; te vernietigen vanaf ${formatDate(destroyFrom)}.`,
} as const
