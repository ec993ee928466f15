import type { Explanation, Phenomenon, ScorePart, ShownCount } from '#shared/model/score.ts'
import type { ScoreRole } from '#shared/model/scoreRole.ts'
import { scorePlayedLabel } from '#shared/text/scoreRole.ts'
import { capitalise, enumerated, formatDate, formatNumber, formatPercent, formatSigned } from '#shared/text/format.ts'
import { attentionClassLabel, phenomenonLabel, scoreLevelLabel } from '#shared/text/terms.ts'
import type { Block, Cell, Section } from './document.ts'

/** The scores around the subjects, each with the parts that add up to it; those without enough data in one sentence. */
export function scoreSection(scores: readonly Explanation[], phenomenon: Phenomenon, role: ScoreRole | null): Section {
  const blocks: Block[] = [{ type: 'callout', title: 'Aandacht, geen vermoeden', text: caveats(scores[0]) }]
  blocks.push(roleBlock(role))
  if (scores.length === 0) blocks.push(note(`Voor de gebieden en branches van deze onderwerpen is geen score voor ${phenomenonLabel[phenomenon].toLowerCase()} berekend.`))
  const scored = scores.filter(({ score }) => score.score !== null)
  const unscored = scores.filter(({ score }) => score.score === null)
  blocks.push(...scored.flatMap(scoreBlocks))
  if (unscored.length > 0) blocks.push(note(`Onvoldoende gegevens voor een score: ${enumerated(unscored.map(({ score }) => nameOf(score)))}.`))
  if (scores[0]) blocks.push(note(standOf(scores, scores[0])))
  return { heading: 'Context: gebieden en branches', tone: 'plain', blocks }
}

/** What a score did, in the words of whoever decided (Awb; IAMA). */
export function roleBlock(role: ScoreRole | null): Block {
  if (!role) return note('Of een aandachtscore een rol speelde, is nog niet vastgelegd.')
  const { played, explanation } = role
  return { type: 'paragraph', text: [{ strong: `${capitalise(scorePlayedLabel[played])}.` }, explanation === '' ? '' : ` ${explanation}`] }
}

function nameOf({ level, name, code }: Explanation['score']): string {
  return `${scoreLevelLabel[level]} ${name} (${code})`
}

/** As of when, and out of whose deliveries, all of it was computed. */
function standOf(scores: readonly Explanation[], { referenceDate, indicatorSet }: Explanation): string {
  const stale = scores.some(({ isStale }) => isStale) ? ' Sindsdien zijn gegevens of definities gewijzigd.' : ''
  return `Stand op ${formatDate(referenceDate)}, indicatorenset ${indicatorSet}.${suppliers(scores.flatMap(({ parts }) => parts))}${stale}`
}

/** What the scores are not, and what a flag is worth at a low base rate (Bayes). */
function caveats(first: Explanation | undefined): string[] {
  const standing =
    'Deze scores gaan over gebieden en branches, niet over de adressen, bedrijven en personen in dit dossier. Zij vragen aandacht; zij zijn geen vermoeden ' +
    'en geen bewijs, en speelden geen rol bij de status van deze casus.'
  if (!first) return [standing]
  const { prevalence, sensitivity, specificity, value, source } = first.baseRate
  const worth =
    `Ter vergelijking: bij een basiskans van ${formatPercent(prevalence, 1)} heeft een kenmerk dat ${formatPercent(sensitivity)} van de gevallen herkent en ` +
    `${formatPercent(1 - specificity)} van de overige ten onrechte aanwijst, het in ${formatPercent(value, 1)} van zijn aanwijzingen bij het rechte eind (${source}).`
  return [standing, worth]
}

function scoreBlocks({ score, parts, missing }: Explanation): Block[] {
  const blocks: Block[] = [
    { type: 'heading', text: capitalise(nameOf(score)) },
    { type: 'paragraph', text: [{ strong: `Aandacht: ${attentionClassLabel[score.class]}.` }, ` ${summary(score)}`] },
  ]
  if (parts.length > 0) blocks.push(partsTable(parts, score.score))
  if (missing.length > 0) blocks.push(note(`Niet meegerekend: ${missing.map(({ label, reason }) => `${label} (${reason.replace(/\.$/, '')})`).join('; ')}.`))
  return blocks
}

function note(sentence: string): Block {
  return { type: 'paragraph', text: [sentence], role: 'note' }
}

function suppliers(parts: readonly ScorePart[]): string {
  const named = parts.flatMap((part) => part.sources.map(({ supplier, referenceDate }) => `${supplier}${referenceDate === null ? '' : ` (${formatDate(referenceDate)})`}`))
  return named.length === 0 ? '' : ` Berekend uit leveringen van ${[...new Set(named)].join(', ')}.`
}

function summary(score: Explanation['score']): string {
  const compared = `Vergeleken binnen de groep ‘${score.peerGroup}’ (${formatNumber(score.peers)}); ${formatPercent(score.completeness)} van het gewicht van de indicatoren kon worden berekend.`
  if (score.score === null) return compared
  const interval = score.lower === null || score.upper === null ? '' : ` (90 %-interval ${formatNumber(score.lower, 2)} tot ${formatNumber(score.upper, 2)})`
  return `Score ${formatSigned(score.score, 2)}${interval}. ${compared}`
}

function partsTable(parts: readonly ScorePart[], score: number | null): Block {
  const total: Cell[] = [[{ strong: 'Som van de bijdragen' }], [], [], [], [], [{ strong: signed(score) }]]
  return {
    type: 'table',
    caption: 'Waaruit de score is opgebouwd',
    columns: [
      { heading: 'Indicator', width: 30 },
      { heading: 'Waargenomen', width: 17, align: 'right' },
      { heading: 'Verwacht', width: 10, align: 'right' },
      { heading: 'Geschat (95 %-interval)', width: 24, align: 'right' },
      { heading: 'Gewicht', width: 9, align: 'right' },
      { heading: 'Bijdrage', width: 10, align: 'right' },
    ],
    rows: parts.map((part): Cell[] => [
      [`${part.label}, per ${formatNumber(part.per)} ${part.unit}`],
      [`${shown(part.observed)} op ${formatNumber(part.exposure)}`],
      [formatNumber(part.expected, 1)],
      [estimate(part)],
      [formatNumber(part.weight, 2)],
      [signed(part.contribution)],
    ]),
    ...(score === null ? {} : { total }),
  }
}

function shown(count: ShownCount): string {
  return typeof count === 'number' ? formatNumber(count) : count
}

function signed(value: number | null): string {
  return value === null ? '' : formatSigned(value, 2)
}

function estimate({ figures, per }: ScorePart): string {
  if (!figures) return 'niet getoond'
  // without any difference between the areas of a group there is no spread to give an interval of
  if (figures.lower === figures.upper) return `${formatNumber(figures.shrunkRate * per, 2)} (gelijk aan de groep)`
  return `${formatNumber(figures.shrunkRate * per, 2)} (${formatNumber(figures.lower * per, 2)} – ${formatNumber(figures.upper * per, 2)})`
}
