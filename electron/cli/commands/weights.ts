import type { Indicator, IndicatorBookView } from '#shared/model/indicator.ts'
import { HalfLives, Weights, type IndicatorChanges, type WeightProposal } from '#shared/model/scoreSet.ts'
import { formatDate, formatNumber } from '#shared/text/format.ts'
import { monthsWords } from '#shared/text/halfLife.ts'
import { phenomenonLabel, scoreSubjectLabel } from '#shared/text/terms.ts'
import type { Client } from '../client.ts'
import { plainHelp, type Command } from '../command.ts'
import { UsageError } from '../io.ts'
import { readOptions, vaultOptions } from '../options.ts'
import { decisionOf, motiveOf, proposalData, proposalWords, twoPeopleHelp, twoPeopleOptions } from '../secondPerson.ts'
import { withVault } from '../vault.ts'

const text = { type: 'string' } as const
const given = { ...vaultOptions, ...twoPeopleOptions, punten: text, halfwaardetijd: text }
type Values = Partial<Record<'punten' | 'halfwaardetijd' | keyof typeof twoPeopleOptions, string>>

/** Weights and half-lives by two people, as in the window: one proposes, another with his own account decides. */
export const weights: Command = {
  name: 'gewichten',
  usage: 'KLUIS [--punten INDICATOR=N,… --halfwaardetijd INDICATOR=MAANDEN,… | --besluit NUMMER --uitkomst goed|af] [--motivering TEKST]',
  summary: 'Toont gewichten en halfwaardetijden van de indicatoren met wat is voorgesteld, stelt andere voor of besluit erover.',
  options: [
    ['--punten LIJST', 'stelt andere punten voor: hennep-geruimd-gebied=30,hennep-meldingen-gebied=20; per fenomeen en onderwerp samen 100'],
    ['--halfwaardetijd LIJST', 'stelt andere halfwaardetijden voor, in maanden: hennep-geruimd-gebied=24; ‘geen’ haalt haar weg'],
    ...twoPeopleHelp,
    ...plainHelp,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, given)
    const act = actOf(values)
    const { book, proposals } = await withVault(io, positionals[0], {}, 'none', async (client) => {
      await act(client)
      return { book: await client.ask('score.indicators', {}), proposals: await client.ask('score.proposals', {}) }
    })
    return { data: { ...bookData(book), voorstellen: proposals.map(changeData) }, text: [...bookLines(book), '', ...proposalLines(proposals, book)] }
  },
}

type Act = (client: Client) => Promise<unknown>

/** What is to be done before the weights are shown. @throws UsageError when that is not clear */
function actOf(values: Values): Act {
  const isProposal = values.punten !== undefined || values.halfwaardetijd !== undefined
  if (values.besluit !== undefined) {
    if (isProposal) throw new UsageError('Kies een voorstel of --besluit, niet allebei.')
    const decision = decisionOf(values)
    return (client) => client.ask('score.decide', decision)
  }
  if (!isProposal) return () => Promise.resolve()
  const proposal = { ...changesOf(values), motive: motiveOf(values) }
  return (client) => client.ask('score.propose', proposal)
}

function changesOf({ punten, halfwaardetijd }: Values): IndicatorChanges {
  const points = Weights.safeParse(pairsOf(punten, '--punten', Number))
  if (!points.success) throw new UsageError('Bij --punten hoort per indicator een heel getal van 0 tot en met 100.')
  const months = HalfLives.safeParse(pairsOf(halfwaardetijd, '--halfwaardetijd', (word) => (word === 'geen' ? null : Number(word))))
  if (!months.success) throw new UsageError('Bij --halfwaardetijd hoort per indicator een aantal maanden van 6 tot en met 120, in hele halve jaren, of ‘geen’.')
  return { weights: points.data, halfLives: months.data }
}

/** `a=1,b=2` as an object. @throws UsageError naming what cannot be read so */
function pairsOf<T>(typed: string | undefined, name: string, valueOf: (word: string) => T): Record<string, T> {
  if (typed === undefined) return {}
  return Object.fromEntries(
    typed.split(',').map((pair): [string, T] => {
      const [, id, value] = /^\s*([a-z][a-z0-9-]*)=(\w+)\s*$/.exec(pair) ?? []
      if (id === undefined || value === undefined) throw new UsageError(`‘${pair.trim()}’ bij ${name} is geen INDICATOR=WAARDE.`)
      return [id, valueOf(value)]
    }),
  )
}

const weighed = ({ indicators }: IndicatorBookView): Indicator[] => indicators.filter(({ role }) => role === 'score')

function bookData(book: IndicatorBookView): Record<string, unknown> {
  const { version, since, owner } = book.set
  return {
    versie: version, sinds: since, eigenaar: owner,
    indicatoren: weighed(book).map(({ id, label, phenomena, subject, weight, halfLife }) => ({
      indicator: id, naam: label, fenomenen: phenomena, onderwerp: scoreSubjectLabel[subject], punten: weight, halfwaardetijd: halfLife ?? null, heeft_leeftijd: book.aging.includes(id),
    })),
  }
}

function changeData(proposal: WeightProposal): Record<string, unknown> {
  return { nummer: proposal.id, punten: proposal.weights, halfwaardetijd: proposal.halfLives, ...proposalData(proposal) }
}

function bookLines(book: IndicatorBookView): string[] {
  const { version, since, owner } = book.set
  const groups = Map.groupBy(weighed(book), ({ phenomena, subject }) => `${phenomena.map((one) => phenomenonLabel[one]).join(', ')}, ${scoreSubjectLabel[subject]}`)
  return [
    `Indicatorenset ${version}, vastgesteld ${formatDate(since)} door ${owner}.`,
    ...[...groups].flatMap(([name, of]) => ['', name, ...of.toSorted((a, b) => b.weight - a.weight).map((one) => indicatorLine(one, book.aging.includes(one.id)))]),
  ]
}

function indicatorLine({ id, label, weight, halfLife }: Indicator, ages: boolean): string {
  return `  ${formatNumber(weight).padStart(3)} punten  ${label} (${id})${ages ? `; halfwaardetijd ${monthsWords(halfLife ?? null)}` : ''}`
}

function proposalLines(proposals: readonly WeightProposal[], { indicators }: IndicatorBookView): string[] {
  if (proposals.length === 0) return ['Er zijn geen voorstellen.']
  const labelOf = (id: string) => indicators.find((one) => one.id === id)?.label ?? id
  return proposals.flatMap((proposal) => [
    `${proposal.id}. ${proposalWords(proposal)}. ${proposal.motive}`,
    ...Object.entries(proposal.weights).map(([id, points]) => `  ${labelOf(id)}: ${points} punten`),
    ...Object.entries(proposal.halfLives).map(([id, months]) => `  ${labelOf(id)}: halfwaardetijd ${monthsWords(months)}`),
  ])
}
