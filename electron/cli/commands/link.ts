import type { LinkReport } from '#shared/contract/catalogue.ts'
import { LinkKind } from '#shared/model/entity.ts'
import { formatCount, formatNumber } from '#shared/text/format.ts'
import { entityKindPlural, linkKindNoun } from '#shared/text/terms.ts'
import { ownPurposeOptions, type Command } from '../command.ts'
import { readOptions, vaultOptions } from '../options.ts'
import { withVault } from '../vault.ts'
import { linkTrial } from './linkTrial.ts'

/** The report of linking, with Dutch names, as `adressen` and `koppelingen` in every JSON answer. */
export function linkCounts(report: LinkReport): { adressen: Record<string, number>; koppelingen: Record<string, unknown> } {
  const { bag, exact, normalised, fuzzy, ambiguous, none, notGiven, decided } = report.addresses
  const nodes = Object.fromEntries(Object.entries(report.nodes).map(([kind, count]) => [Object.entries(entityKindPlural).find(([key]) => key === kind)?.[1] ?? kind, count]))
  const links = Object.fromEntries(Object.entries(report.links).map(([kind, count]) => [linkName(kind), count]))
  return {
    adressen: { bag_nummer: bag, exact, genormaliseerd: normalised, benaderend: fuzzy, meerduidig: ambiguous, geen: none, niet_opgegeven: notGiven, beslist: decided },
    koppelingen: {
      knopen: nodes, relaties: links,
      paren: { vergeleken: report.pairs.compared, gekoppeld: report.pairs.linked, voorstellen: report.pairs.proposed, tegenspraak: report.pairs.refused },
      clusters: report.clusters.map(({ records, persons, companies }) => ({ records, personen: persons, bedrijven: companies })),
      opmerkingen: report.remarks,
    },
  }
}

function pairsLine({ pairs }: LinkReport): string {
  return `Vergeleken: ${formatCount(pairs.compared, 'paar', 'paren')}; ${formatNumber(pairs.linked)} gekoppeld, ${formatNumber(pairs.proposed)} voorgelegd aan een mens, ${formatNumber(pairs.refused)} geweigerd om een tegenspraak.`
}

function linkName(kind: string): string {
  const known = LinkKind.safeParse(kind)
  return known.success ? linkKindNoun[known.data] : kind
}

export const link: Command = {
  name: 'koppel',
  usage: 'KLUIS | --toets [MAP]',
  summary: 'Koppelt adressen, bedrijven en personen uit alle leveringen.',
  options: [['--toets', 'koppelt de referentieverzamelingen in MAP en toont hoe goed; zonder kluis'], ...ownPurposeOptions('gegevensbeheer')],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, toets: { type: 'boolean', default: false } })
    if (values.toets) return linkTrial(positionals[0], io)
    const { report, purpose } = await withVault(io, positionals[0], values, 'gegevensbeheer', async (client) => ({ report: await client.ask('link.run', {}), purpose: client.purpose }))
    const counts = linkCounts(report)
    const addresses = Object.entries(counts.adressen).map(([how, count]) => `${formatNumber(count)} ${how.replaceAll('_', ' ')}`)
    const nodes = Object.entries(report.nodes).reduce((sum, [, count]) => sum + count, 0)
    const links = Object.values(report.links).reduce((sum, count) => sum + count, 0)
    return {
      data: { doel: purpose, ...counts },
      text: [`Doel: ${purpose}.`, `Adressen: ${addresses.join(', ')}.`, `Netwerk: ${formatCount(nodes, 'knoop', 'knopen')} en ${formatCount(links, 'relatie', 'relaties')}.`, pairsLine(report), ...report.remarks],
    }
  },
}
