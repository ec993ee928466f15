import { join } from 'node:path'
import type { Backtest } from '#shared/model/control.ts'
import type { Explanation } from '#shared/model/score.ts'
import { Phenomenon, type ScoreLevel } from '#shared/model/score.ts'
import { dayOf, formatCount, formatDate, formatNumber, formatPercent, formatSigned } from '#shared/text/format.ts'
import { attentionClassLabel, phenomenonLabel } from '#shared/text/terms.ts'
import { makeWholeFile } from '../../disk/wholeFile.ts'
import { lookUpOptions, ownPurposeOptions, plainHelp, type Command } from '../command.ts'
import { makeFolder, UsageError, userPath } from '../io.ts'
import { choose, dayWritten, plainOptions, readOptions, required, vaultOptions, wholeNumber } from '../options.ts'
import { withVault } from '../vault.ts'
import { levelWords } from './scores.ts'

/** What a score is made of, with every count as it is. */
export const explainScore: Command = {
  name: 'verklaar',
  usage: 'KLUIS --code CODE --fenomeen FENOMEEN --doel DOEL [--zaak NUMMER] [--per NIVEAU]',
  summary: 'Legt de score van één gebied of branche uit, deel voor deel.',
  options: [
    ['--code CODE', 'CBS-code, eigen gebied of branche: BU00340101, OG-stad-oost, 2008:56'],
    ['--fenomeen FENOMEEN', 'hennep, vastgoed of witwassen'],
    ['--per NIVEAU', `${Object.values(levelWords).join(', ')}; zonder opgave volgt het uit de code`],
    ...lookUpOptions,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, code: { type: 'string' }, fenomeen: { type: 'string' }, per: { type: 'string' } })
    const code = required(values.code, '--code')
    const phenomenon = choose(required(values.fenomeen, '--fenomeen'), '--fenomeen', phenomenonLabel)
    const level = values.per === undefined ? levelOf(code) : choose(values.per, '--per', levelWords)
    const which = { level, phenomenon, code }
    const { explanation, otherwise, purpose } = await withVault(io, positionals[0], values, 'asked', async (client) => {
      const found = await client.ask('score.explainExact', which)
      return { purpose: client.purpose, explanation: found, otherwise: found.score.score === null ? null : await client.ask('score.counterfactual', which) }
    })
    return { data: { doel: purpose, uitleg: explanation, wat_als: otherwise }, text: [`Doel: ${purpose}.`, ...explanationLines(explanation)] }
  },
}

/** The level a code is of, by its form. @throws UsageError when it has none of these forms */
function levelOf(code: string): ScoreLevel {
  if (code.startsWith('BU')) return 'buurt'
  if (code.startsWith('WK')) return 'wijk'
  if (code.startsWith('BT-')) return 'businessPark'
  if (code.startsWith('OG-')) return 'opsArea'
  const branch = /^\d{4}:(\d{2,})$/.exec(code)?.[1]
  if (branch === undefined) throw new UsageError('Bij --code hoort een buurt (BU00340101), een wijk (WK003401), een eigen gebied (BT-de-vaart, OG-stad-oost) of een branche (2008:56).')
  return branch.length > 2 ? 'group' : 'division'
}

function explanationLines({ score, parts, context, missing, baseRate }: Explanation): string[] {
  const total = score.score === null ? 'geen score' : `${formatNumber(score.score, 2)} [${formatNumber(score.lower ?? 0, 2)} – ${formatNumber(score.upper ?? 0, 2)}]`
  return [
    `${score.name} (${score.code}), ${phenomenonLabel[score.phenomenon].toLowerCase()}: ${total}, ${attentionClassLabel[score.class].toLowerCase()}. Volledigheid ${formatPercent(score.completeness)}.`,
    ...parts.map((part) => `  ${part.contribution === null ? '     –' : formatSigned(part.contribution, 3).padStart(6)}  ${part.label}: ${part.sentence}`),
    ...context.map(({ label, sentence }) => `     ·  ${label} (telt niet mee): ${sentence}`),
    ...missing.map(({ label, reason }) => `     –  ${label}: ${reason}`),
    `Ongeveer ${formatPercent(baseRate.prevalence, 1)} van alle panden wordt voor ondermijning gebruikt. Een kenmerk dat ${formatPercent(baseRate.sensitivity)} daarvan aanwijst en ${formatPercent(baseRate.specificity)} van de andere terecht niet, is bij ${formatPercent(baseRate.value, 1)} van de aangewezen panden raak.`,
  ]
}

export const testScores: Command = {
  name: 'toets-scores',
  usage: 'KLUIS [--dag DD-MM-JJJJ] [--maanden 12]',
  summary: 'Rekent gepubliceerde getallen en bewaarde scores na, kijkt terug en toont het scorebord.',
  options: [['--dag DAG', 'terugblik vanaf deze dag; zonder opgave een jaar voor de laatste scores'], ['--maanden N', 'hoe lang daarna'], ...ownPurposeOptions('gebiedsbeeld')],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, dag: { type: 'string' }, maanden: { type: 'string' } })
    const wantedDay = values.dag === undefined ? null : dayWritten(values.dag, '--dag')
    const months = values.maanden === undefined ? 12 : wholeNumber(values.maanden, '--maanden', 1, 60)
    const data = await withVault(io, positionals[0], values, 'gebiedsbeeld', async (client) => {
      const set = await client.ask('score.set', {})
      const day = wantedDay ?? yearBefore(set?.referenceDate ?? dayOf(io.now()))
      const lookBack = []
      for (const phenomenon of Phenomenon.options) lookBack.push(await client.ask('score.backtest', { phenomenon, day, months }))
      return { doel: client.purpose, getallen: await client.ask('score.goldens', {}), sets: await client.ask('score.verify', {}), terugblik: lookBack, scorebord: await client.ask('control.board', {}) }
    })
    const right = data.getallen.filter(({ holds }) => holds).length
    const same = data.sets.filter(({ isSame }) => isSame).length
    return {
      data,
      text: [
        `Doel: ${data.doel}.`,
        `Gepubliceerde getallen: ${right} van ${data.getallen.length} kloppen tot de gedrukte cijfers.`,
        `Bewaarde scores: ${same} van ${data.sets.length} komen tot de laatste bit gelijk uit.`,
        ...data.terugblik.flatMap(lookBackLines),
        `Scorebord: ${formatCount(data.scorebord.lists, 'volledige controlelijst', 'volledige controlelijsten')}, ${formatNumber(data.scorebord.open)} lopend.`,
      ],
    }
  },
}

function lookBackLines({ phenomenon, day, until, top, areas, findings, methods }: Backtest): string[] {
  const head = `Terugblik ${phenomenonLabel[phenomenon].toLowerCase()}, stand ${formatDate(day)}`
  if (areas === 0) return [`${head}: op die dag was nog te weinig geleverd voor een score.`]
  if (findings === 0) return [`${head}, gevonden tot ${formatDate(until)}: geen vondsten.`]
  return [
    `${head}, gevonden tot ${formatDate(until)}: ${formatCount(findings, 'vondst', 'vondsten')} in ${formatCount(areas, 'buurt', 'buurten')}; in de bovenste ${formatNumber(top)}:`,
    ...methods.map(({ name, share, lower, upper }) => `  ${methodWords[name]}: ${share === null ? 'geen vondsten' : `${formatPercent(share)} [${formatPercent(lower)} – ${formatPercent(upper)}]`}`),
  ]
}

const methodWords = { score: 'op score', raw: 'op ruwe aantallen', chance: 'op goed geluk' } as const

function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4, 10)}`
}

export const governance: Command = {
  name: 'verantwoording',
  usage: 'KLUIS --uit MAP',
  summary: 'Schrijft indicatorenboek, concept voor het Algoritmeregister, invoer voor DPIA en IAMA, en de methode.',
  options: [['--uit MAP', 'waar de bladen komen'], ...plainHelp],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...plainOptions, uit: { type: 'string' } })
    const folder = userPath(io, required(values.uit, '--uit'))
    makeFolder(folder)
    const sheets = await withVault(io, positionals[0], {}, 'none', (client) => client.ask('score.sheets', {}))
    for (const { id, markdown } of sheets) makeWholeFile(join(folder, `${id}.md`), (put) => put(`${markdown}\n`))
    return { data: { bladen: sheets.map(({ id }) => `${id}.md`) }, text: sheets.map(({ id, title }) => `${title}: ${join(folder, `${id}.md`)}`) }
  },
}
