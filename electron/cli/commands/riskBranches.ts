import type { InputOf } from '#shared/contract/index.ts'
import { RiskBranch, type RiskBranches, type RiskBranchChange } from '#shared/model/indicator.ts'
import type { Phenomenon } from '#shared/model/score.ts'
import { formatDate } from '#shared/text/format.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import type { Client } from '../client.ts'
import { plainHelp, type Command } from '../command.ts'
import { UsageError } from '../io.ts'
import { choose, readOptions, required, vaultOptions } from '../options.ts'
import { decisionOf, motiveOf, proposalData, proposalWords, twoPeopleHelp, twoPeopleOptions } from '../secondPerson.ts'
import { withVault } from '../vault.ts'

const text = { type: 'string' } as const
const given = { ...vaultOptions, ...twoPeopleOptions, zet: text, haal: text, codes: text, fenomenen: text, reden: text, bron: text }
type Values = Partial<Record<'zet' | 'haal' | 'codes' | 'fenomenen' | 'reden' | 'bron' | keyof typeof twoPeopleOptions, string>>

/** The list by two people, as in the window: one proposes, another with his own account decides. */
export const riskBranchList: Command = {
  name: 'risicobranches',
  usage: 'KLUIS [--zet NAAM --codes CODES --fenomenen FENOMENEN --reden TEKST --bron TEKST | --haal NAAM | --besluit NUMMER --uitkomst goed|af] [--motivering TEKST]',
  summary: 'Toont de lijst van risicobranches met haar wijzigingen, stelt er een voor of besluit erover.',
  options: [
    ['--zet NAAM', 'stelt voor deze branche op de lijst te zetten of daar te wijzigen'],
    ['--codes CODES', 'het begin van de SBI-codes met hun versie: 2008:5610,2025:56101'],
    ['--fenomenen FENOMENEN', 'waarvoor zij meetelt: hennep, vastgoed, witwassen, met komma’s ertussen'],
    ['--reden TEKST', 'waarom deze branche op de lijst staat'],
    ['--bron TEKST', 'waar dat op berust'],
    ['--haal NAAM', 'stelt voor deze branche van de lijst te halen'],
    ...twoPeopleHelp,
    ...plainHelp,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, given)
    const act = actOf(values)
    const { list, changes } = await withVault(io, positionals[0], {}, 'none', async (client) => {
      await act(client)
      return { list: (await client.ask('score.indicators', {})).riskBranches, changes: await client.ask('branch.riskChanges', {}) }
    })
    return { data: { lijst: listData(list), wijzigingen: changes.map(changeData) }, text: [...listLines(list), '', ...changeLines(changes)] }
  },
}

type Act = (client: Client) => Promise<unknown>

/** What is to be done before the list is shown. @throws UsageError when that is not clear */
function actOf(values: Values): Act {
  const asked = (['zet', 'haal', 'besluit'] as const).filter((name) => values[name] !== undefined)
  if (asked.length > 1) throw new UsageError('Kies één van --zet, --haal en --besluit.')
  if (asked[0] === undefined) return () => Promise.resolve()
  if (asked[0] === 'besluit') {
    const decision = decisionOf(values)
    return (client) => client.ask('branch.decideRisk', decision)
  }
  const motive = motiveOf(values)
  const proposal: InputOf<'branch.proposeRisk'> = asked[0] === 'haal' ? { label: required(values.haal, '--haal').trim(), entry: null, motive } : { label: required(values.zet, '--zet').trim(), entry: entryOf(values), motive }
  return (client) => client.ask('branch.proposeRisk', proposal)
}

function entryOf({ zet, codes, fenomenen, reden, bron }: Values): RiskBranch {
  const phenomena = required(fenomenen, '--fenomenen').split(',').map((word): Phenomenon => choose(word.trim(), '--fenomenen', phenomenonLabel))
  const starts = required(codes, '--codes').split(',').map((code) => /^(\d{4}):(\d{2,5})$/.exec(code.trim()))
  const perVersion = Map.groupBy(starts, (match) => match?.[1])
  if (perVersion.has(undefined)) throw new UsageError('Bij --codes hoort per code haar versie: 2008:5610,2025:56101.')
  const read = RiskBranch.safeParse({
    label: required(zet, '--zet'), phenomena, motive: required(reden, '--reden'), source: required(bron, '--bron'),
    codes: Object.fromEntries([...perVersion].map(([version, of]) => [version, of.map((match) => match?.[2])])),
  })
  if (!read.success) throw new UsageError('De naam heeft 3 tot en met 80 tekens, de reden ten hoogste 1.000, de bron ten hoogste 300, en per versie zijn er ten hoogste 20 codes.')
  return read.data
}

function listData({ version, since, owner, entries }: RiskBranches): Record<string, unknown> {
  return { versie: version, sinds: since, eigenaar: owner, branches: entries.map(entryData) }
}

function entryData({ label, codes, phenomena, motive, source }: RiskBranch): Record<string, unknown> {
  return { naam: label, codes, fenomenen: phenomena, reden: motive, bron: source }
}

function changeData({ entry, ...change }: RiskBranchChange): Record<string, unknown> {
  return { nummer: change.id, naam: change.label, wordt: entry === null ? null : entryData(entry), ...proposalData(change) }
}

function listLines({ version, since, owner, entries }: RiskBranches): string[] {
  return [`Lijst van risicobranches, versie ${version}, vastgesteld ${formatDate(since)} door ${owner}.`, ...entries.map(entryLine)]
}

function entryLine({ label, codes, phenomena }: RiskBranch): string {
  const perVersion = Object.entries(codes).map(([version, starts]) => `SBI ${version}: ${starts.join(', ')}`)
  return `  ${label} (${phenomena.map((one) => phenomenonLabel[one].toLowerCase()).join(', ')}): ${perVersion.join('; ')}`
}

function changeLines(changes: readonly RiskBranchChange[]): string[] {
  if (changes.length === 0) return ['Er zijn geen wijzigingen voorgesteld.']
  return changes.flatMap(({ entry, ...change }) => [
    `${change.id}. ${entry === null ? `${change.label} van de lijst` : change.label}, ${proposalWords(change)}. ${change.motive}`,
    ...(entry === null ? [] : [entryLine(entry)]),
  ])
}
