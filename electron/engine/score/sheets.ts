import type { GovernanceSheet } from '#shared/model/insight.ts'
import type { Indicator, IndicatorBook } from '#shared/model/indicator.ts'
import { Phenomenon, ScoreSubject } from '#shared/model/score.ts'
import { formatDate, formatNumber } from '#shared/text/format.ts'
import { deliveryKindLabel, phenomenonLabel } from '#shared/text/terms.ts'
import type { CallContext } from '../context.ts'
import { proposalRows } from '../store/weights.ts'
import { currentSet } from './current.ts'
import { datedSide } from './dated.ts'
import { formulas } from './formulas.ts'
import { workedExample } from './goldens.ts'
import { currentDefinitions } from './weights.ts'

type Asked = Pick<CallContext, 'store'>
const subjectWord = { area: 'gebieden', branch: 'branches' } as const

/** The sheets, from the definitions that hold in this vault now; a change of weights changes them at once. */
export function governanceSheets({ store }: Asked): GovernanceSheet[] {
  const book = currentDefinitions(store)
  return [
    { id: 'indicatorenboek', title: 'Indicatorenboek', markdown: indicatorBook(book) },
    { id: 'algoritmeregister', title: 'Algoritmeregister', markdown: registerRecord({ store }, book) },
    { id: 'dpia-iama', title: 'Invoer voor DPIA en IAMA', markdown: assessmentInput(book) },
    { id: 'methode', title: 'Methode', markdown: methodPage(book) },
  ]
}

/** One of them. */
export function governanceSheet(asked: Asked, id: GovernanceSheet['id']): GovernanceSheet {
  const found = governanceSheets(asked).find((sheet) => sheet.id === id)
  if (!found) throw new Error(`no sheet ${id}`)
  return found
}

function indicatorBook(book: IndicatorBook): string {
  const parts = Phenomenon.options.flatMap((phenomenon) =>
    ScoreSubject.options.map((subject) => {
      const own = book.indicators.filter((one) => one.subject === subject && one.phenomena.includes(phenomenon)).toSorted((a, b) => b.weight - a.weight)
      return `## ${phenomenonLabel[phenomenon]}, ${subjectWord[subject]}\n\n${own.map(indicatorText).join('\n\n')}`
    }),
  )
  const left = book.set.leftOut.map(({ catalogue, label, reason }) => `| ${catalogue} | ${label} | ${reason} |`)
  return [
    `# Indicatorenboek\n\nVersie ${book.set.version}, vastgesteld ${formatDate(book.set.since)} door ${book.set.owner}.\n\n${book.set.motive}`,
    ...parts,
    `## Niet opgenomen\n\n| Nummer | Indicator | Reden |\n| --- | --- | --- |\n${left.join('\n')}`,
  ].join('\n\n')
}

function indicatorText(one: Indicator): string {
  const rows: [string, string][] = [
    ['Teller', one.numerator], ['Noemer', one.denominator], ['Gewicht', one.role === 'context' ? 'telt niet mee, staat ernaast' : `${one.weight} van 100`],
    ['Leeftijd', ageWords(one)], ['Richting', one.direction === 'more' ? 'meer vraagt meer aandacht' : 'minder vraagt meer aandacht'], ['Reden', one.motive], ['Let op', one.pitfalls], ['Bron', one.source],
    ['Leveringen', one.requires.map((kind) => deliveryKindLabel[kind] ?? kind).join(', ')], ['Gelezen kolommen', one.attributes.join(', ')],
    ['Eigenaar', one.owner], ['Versie', `${one.version}, sinds ${formatDate(one.since)}`],
  ]
  return `### ${one.catalogue} ${one.label}\n\n| | |\n| --- | --- |\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}`
}

function ageWords(one: Indicator): string {
  if (datedSide(one) === null) return 'telt niet: een toestand, of iets dat in vele jaren samen ontstaat'
  const until = `telt ${String(one.parameters['months'])} maanden mee`
  return one.halfLife === undefined ? `${until}, al die tijd voluit` : `${until}; na ${one.halfLife} maanden telt een voorval voor de helft`
}

function registerRecord({ store }: Asked, book: IndicatorBook): string {
  const set = currentSet({ store })
  const decided = proposalRows(store).filter(({ decision }) => decision === 'approved')
  const rows: [string, string][] = [
    ['Naam', 'Aandachtscores van gebieden en branches'],
    ['Categorie', 'Impactvol algoritme, geen hoogrisico-AI (risicoselectie van gebieden en branches)'],
    ['Doel', 'Kiezen waar toezicht en preventie het eerst kijken; nooit een oordeel over een persoon, een huishouden of een adres.'],
    ['Werking', `Vaste, gewogen som van ${book.indicators.filter(({ role }) => role === 'score').length} indicatoren, per fenomeen apart; geen zelflerend model. Formules versie ${formulas()}.`],
    ['Gegevens', [...new Set(book.indicators.flatMap(({ requires }) => requires))].map((kind) => deliveryKindLabel[kind] ?? kind).join(', ')],
    ['Uitgesloten', book.blocklist.entries.map(({ attribute }) => attribute).join('; ')],
    ['Menselijke tussenkomst', 'Een score verandert geen status, maakt geen casus en stuurt geen brief. Een ambtenaar weegt ieder signaal zelf.'],
    ['Risicobeheer', 'Onzekerheid staat bij iedere score; aselecte controles naast gekozen controles; terugblik met wat op een gekozen dag was geleverd en gebeurd; gewichten wijzigen alleen met twee personen.'],
    ['Versie', `Set ${book.set.version}, sinds ${formatDate(book.set.since)}${decided.length === 0 ? '' : `; ${decided.length} keer gewijzigd`}`],
    ['Laatste berekening', set ? `${formatDate(set.referenceDate)}, hash ${set.hash}` : 'nog niet berekend'],
  ]
  return `# Concept voor het Algoritmeregister\n\n| Veld | Inhoud |\n| --- | --- |\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}\n\nWettelijke grondslag, contactpunt en impacttoetsen vult de gemeente zelf in.`
}

function assessmentInput({ indicators, blocklist, peers, riskBranches }: IndicatorBook): string {
  const columns = [...new Set(indicators.flatMap(({ attributes }) => attributes))].toSorted()
  const reading = (column: string) => [...new Set(indicators.filter(({ attributes }) => attributes.includes(column)).map(({ catalogue }) => catalogue))].toSorted(byNumber)
  return [
    '# Invoer voor DPIA en IAMA',
    `## Welke gegevens in een score komen\n\n| Kolom | Indicatoren |\n| --- | --- |\n${columns.map((column) => `| ${column} | ${reading(column).join(', ')} |`).join('\n')}`,
    `## Wat nooit mag meetellen\n\nDe toepassing start niet als een indicator een van deze kenmerken leest of noemt.\n\n| Kenmerk | Grond |\n| --- | --- |\n${blocklist.entries.map(({ attribute, ground }) => `| ${attribute} | ${ground} |`).join('\n')}`,
    `## Waarmee een gebied wordt vergeleken\n\n${peers.motive}\n\n${peers.groups.map(({ label, reason }) => `- ${label}: ${reason}`).join('\n')}`,
    `## Lijst van risicobranches, versie ${riskBranches.version}\n\n${riskBranches.motive}\n\n| Branche | Reden | Bron |\n| --- | --- | --- |\n${riskBranches.entries.map(({ label, motive, source }) => `| ${label} | ${motive} | ${source} |`).join('\n')}`,
    '## Bekende risico’s\n\n- Meer controle geeft meer vondsten: de controledichtheid staat naast iedere score en telt niet mee.\n- Een buurt kan samenhangen met afkomst of inkomen van bewoners: de FG vergelijkt elk kwartaal buiten de toepassing waar is gecontroleerd en wat is gevonden.\n- Kleine aantallen: 1 tot en met 4 verschijnt buiten een casus als <5. Score, plaats, kans en klasse worden daar berekend uit de aantallen zoals zij worden getoond; met welke gewichten ook, een verborgen aantal is er niet uit af te leiden.',
  ].join('\n\n')
}

/** H2 before H10, and all of one letter together. */
function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'nl', { numeric: true })
}

function methodPage({ set }: IndicatorBook): string {
  const rows = workedExample().map(({ count, exposure, raw, shrunk, lower, upper }, i) => {
    const figures = [raw, shrunk, lower, upper].map((value) => value.toFixed(3).replace('.', ','))
    return `| ${'ABCDEF'[i]} | ${count} | ${formatNumber(exposure)} | ${figures.join(' | ')} |`
  })
  return [
    `# Methode\n\nFormules versie ${formulas()}, startgetal ${set.seed}, ${formatNumber(set.draws)} trekkingen.`,
    '1. Tellen: voorvallen O en blootstelling n. Heeft een indicator een halfwaardetijd h, dan telt een voorval van k halve jaren oud voor w = 2^(−6k/h), en is O = T·M/V en n = M²/V met T de som van w over de voorvallen, M en V die van w en w² over de blootstelling: hetzelfde cijfer T/M met de relatieve spreiding die een gewogen som heeft (naar Fay en Feuer 1997, de spreiding uit de blootstelling).\n2. Krimpen: θ = m + C(O/n − m), met C = A / (A + m/n) en A de spreiding tussen de ware cijfers van de groep (Marshall 1991), nooit onder nul.\n3. Vergelijken: z = (ln(θ/m) − midden) / maat, begrensd op ±3.\n4. Optellen: S = Σ gewicht × z; de delen tellen precies op tot de score.',
    `5. Volledigheid: onder ${formatNumber(set.minimumCompleteness * 100)} % geen score; bij n onder ${set.minimumExposure} geen cijfer; een groep heeft ten minste ${set.minimumPeers} leden.\n6. Klasse: hoger als de kans ten minste ${formatNumber(set.certainty * 100)} % is dat de score meer dan ${formatNumber(set.distance)} boven de mediaan van de groep ligt; lager net zo.`,
    `## Rekenvoorbeeld\n\n| Gebied | Voorvallen | Panden | Ruw per 1.000 | Gekrompen per 1.000 | Ondergrens | Bovengrens |\n| --- | --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}`,
  ].join('\n\n')
}
