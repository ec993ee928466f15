import type { OutputOf } from '#shared/contract/index.ts'
import { AreaLevel, Phenomenon, type AttentionScore, type ScoreLevel } from '#shared/model/score.ts'
import { formatCount, formatNumber } from '#shared/text/format.ts'
import { attentionClassLabel, phenomenonLabel, scoreLevelLabel, scoreLevelPlural } from '#shared/text/terms.ts'
import { ownPurposeOptions, type Command } from '../command.ts'
import { choose, readOptions, vaultOptions } from '../options.ts'
import { withVault } from '../vault.ts'

/** How many areas and branches of each class, per phenomenon, as `scores` in every JSON answer. */
export function scoreCounts(set: OutputOf<'score.run'>): Record<string, unknown>[] {
  return set.counts.map(({ phenomenon, level, lower, average, higher, insufficient }) => ({
    fenomeen: phenomenon, niveau: level, hoger: higher, gemiddeld: average, lager: lower, onvoldoende_gegevens: insufficient,
  }))
}

const subjects = { area: 'gebied', branch: 'branche' } as const
const levels: Record<keyof typeof subjects, readonly ScoreLevel[]> = { area: AreaLevel.options, branch: ['division', 'group'] }

/** What is typed for a level; the labels say which classification besides. */
export const levelWords: Record<ScoreLevel, string> = { buurt: 'buurt', wijk: 'wijk', division: 'afdeling', group: 'groep', businessPark: 'bedrijventerrein', opsArea: 'operationeel-gebied' }

export const score: Command = {
  name: 'scoor',
  usage: 'KLUIS [--per gebied|branche | --niveau NIVEAU] [--fenomeen hennep|vastgoed|witwassen]',
  summary: 'Berekent de aandachtscores van gebieden en branches.',
  options: [
    ['--per gebied|branche', 'toont daarna de rangorde, van elk niveau'],
    ['--niveau NIVEAU', `alleen van dit niveau: ${Object.values(levelWords).join(', ')}`],
    ['--fenomeen FENOMEEN', 'van dit fenomeen; zonder opgave van alle drie'],
    ...ownPurposeOptions('gebiedsbeeld'),
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, per: { type: 'string' }, niveau: { type: 'string' }, fenomeen: { type: 'string' } })
    const wantedLevels = levelsAsked(values.per, values.niveau)
    const wanted = values.fenomeen === undefined ? Phenomenon.options : [choose(values.fenomeen, '--fenomeen', phenomenonLabel)]
    const { set, rankings, purpose } = await withVault(io, positionals[0], values, 'gebiedsbeeld', async (client) => {
      const made = await client.ask('score.run', {})
      const present = new Set(made.counts.map(({ level }) => level))
      const asked = wanted.flatMap((phenomenon) => wantedLevels.filter((level) => present.has(level)).map((level) => ({ phenomenon, level })))
      const found = []
      for (const which of asked) found.push({ ...which, scores: await client.ask('score.ranking', which) })
      return { set: made, rankings: found, purpose: client.purpose }
    })
    return {
      data: { doel: purpose, hash: set.hash, scores: scoreCounts(set), rangorde: rankings.map(({ phenomenon, level, scores }) => ({ fenomeen: phenomenon, niveau: level, gebieden_of_branches: scores.map(scoreData) })) },
      text: [`Doel: ${purpose}.`, ...countLines(set), ...rankings.flatMap(({ phenomenon, level, scores }) => rankingLines(phenomenon, level, scores))],
    }
  },
}

function levelsAsked(subject: string | undefined, level: string | undefined): readonly ScoreLevel[] {
  if (level !== undefined) return [choose(level, '--niveau', levelWords)]
  return subject === undefined ? [] : levels[choose(subject, '--per', subjects)]
}

function scoreData(one: AttentionScore): Record<string, unknown> {
  return { code: one.code, naam: one.name, score: one.score, ondergrens: one.lower, bovengrens: one.upper, klasse: attentionClassLabel[one.class], volledigheid: one.completeness, plaats: one.rank }
}

function countLines(set: OutputOf<'score.run'>): string[] {
  return set.counts.map(({ phenomenon, level, higher, average, lower, insufficient }) =>
    `${phenomenonLabel[phenomenon]}, ${scoreLevelPlural[level]}: ${formatNumber(higher)} hoger, ${formatNumber(average)} gemiddeld, ${formatNumber(lower)} lager, ${formatNumber(insufficient)} met onvoldoende gegevens.`,
  )
}

const SHOWN = 15

function rankingLines(phenomenon: Phenomenon, level: ScoreLevel, scores: readonly AttentionScore[]): string[] {
  const shown = scores.filter((one) => one.score !== null).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)).slice(0, SHOWN)
  const lines = shown.map((one, i) => `  ${String(i + 1).padStart(2)}. ${one.name} (${one.code}): ${formatNumber(one.score ?? 0, 2)} [${formatNumber(one.lower ?? 0, 2)} – ${formatNumber(one.upper ?? 0, 2)}] ${attentionClassLabel[one.class]}`)
  const none = lines.length === 0 && scores.length > 0 ? [`  Geen rangorde: ${formatCount(scores.length, scoreLevelLabel[level], scoreLevelPlural[level])}, zonder score wegens onvoldoende gegevens of te weinig om onderling te vergelijken.`] : []
  return ['', `${phenomenonLabel[phenomenon]} per ${scoreLevelLabel[level]}`, ...lines, ...none]
}
