import { formatDay, formatNumber } from '#shared/text/format.ts'
import { termLines } from '#shared/text/retentionTerms.ts'
import { plainHelp, type Command } from '../command.ts'
import { readOptions, vaultOptions } from '../options.ts'
import { withVault } from '../vault.ts'

const fate = { standing: 'blijft: geldt nu', case: 'blijft: speelde een rol in een casus', due: 'te vernietigen' } as const

export const terms: Command = {
  name: 'termijnen',
  usage: 'KLUIS [--scores]',
  summary: 'Toont hoe lang wat bewaard blijft en hoeveel er te vernietigen is; met --scores ook welke sets scores ouder zijn dan hun termijn.',
  options: [['--scores', 'noemt elke set scores die ouder is dan de termijn, en of hij blijft'], ...plainHelp],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, scores: { type: 'boolean', default: false } })
    const { lines, sets } = await withVault(io, positionals[0], values, 'none', async (vault) => ({
      lines: termLines(await vault.ask('retention.terms', {}), await vault.ask('retention.due', {})),
      sets: values.scores ? (await vault.ask('score.terms', {})).sets.map((set) => ({ ...set, fate: fate[set.stays ?? 'due'] })) : [],
    }))
    return {
      data: {
        termijnen: lines.map(({ what, term, from, due, where }) => ({ wat: what, termijn: term, telt_vanaf: from, te_vernietigen: due, waar: where })),
        ...(values.scores ? { oude_scores: sets.map((set) => ({ set: set.id, soort: set.kind, laatst_berekend: set.at, lot: set.fate })) } : {}),
      },
      text: [
        ...lines.map(({ what, term, from, due }) => `${what}: ${term} vanaf ${from}${due === null ? '' : `; te vernietigen: ${formatNumber(due)}`}.`),
        ...sets.map((set) => `Scores ${set.id}, laatst berekend op ${formatDay(set.at)}: ${set.fate}.`),
      ],
    }
  },
}
