import type { OutputOf } from '#shared/contract/index.ts'
import { Phenomenon, type AttentionScore, type ScoreLevel } from '#shared/model/score.ts'
import { formatNumber } from '#shared/text/format.ts'
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
const levels: Record<keyof typeof subjects, ScoreLevel[]> = { area: ['buurt', 'wijk'], branch: ['division', 'group'] }

export const score: Command = {
  name: 'scoor',
  usage: 'KLUIS [--per gebied|branche] [--fenomeen hennep|vastgoed|witwassen]',
  summary: 'Berekent de aandachtscores van gebieden en branches.',
  options: [
    ['--per gebied|branche', 'toont daarna de rangorde'],
    ['--fenomeen FENOMEEN', 'van dit fenomeen; zonder opgave van alle drie'],
    ...ownPurposeOptions('gebiedsbeeld'),
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, per: { type: 'string' }, fenomeen: { type: 'string' } })
    const subject = values.per === undefined ? null : choose(values.per, '--per', subjects)
    const wanted = values.fenomeen === undefined ? Phenomenon.options : [choose(values.fenomeen, '--fenomeen', phenomenonLabel)]
    const { set, rankings, purpose } = await withVault(io, positionals[0], values, 'gebiedsbeeld', async (client) => {
      const made = await client.ask('score.run', {})
      const asked = subject === null ? [] : wanted.flatMap((phenomenon) => levels[subject].map((level) => ({ phenomenon, level })))
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
  return ['', `${phenomenonLabel[phenomenon]} per ${scoreLevelLabel[level]}`, ...lines]
}
