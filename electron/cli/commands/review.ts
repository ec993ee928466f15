import { Party } from '#shared/contract/review.ts'
import { capitalise, formatCount, formatNumber, formatSigned } from '#shared/text/format.ts'
import { entityKindLabel, entityKindPlural, searchTierLabel } from '#shared/text/terms.ts'
import { lookUpOptions, type Command } from '../command.ts'
import { choose, readOptions, vaultOptions, wholeNumber } from '../options.ts'
import { withVault } from '../vault.ts'

const partyPlural = { person: entityKindPlural.person, company: entityKindPlural.company }
const partyWords = { person: entityKindLabel.person, company: entityKindLabel.company }

/** Lists what waits for a human; deciding is done in the window, where both rows stand beside each other. */
export const review: Command = {
  name: 'beoordeel',
  usage: 'KLUIS --doel DOEL [--zaak NUMMER] [--soort persoon|bedrijf] [--aantal N]',
  summary: 'Toont welke paren van personen of bedrijven nog beoordeeld moeten worden.',
  options: [
    ['--soort SOORT', 'alleen personen of alleen bedrijven'],
    ['--aantal N', 'ten hoogste zoveel paren per soort (20)'],
    ...lookUpOptions,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, soort: { type: 'string' }, aantal: { type: 'string', default: '20' } })
    const parties = values.soort === undefined ? Party.options : [choose(values.soort, '--soort', partyWords)]
    const limit = wholeNumber(values.aantal, '--aantal', 1, 500)
    const { queues, purpose } = await withVault(io, positionals[0], values, 'asked', async (client) => {
      const found = []
      for (const party of parties) found.push({ party, ...(await client.ask('review.queue', { party, show: 'open', limit })) })
      return { queues: found, purpose: client.purpose }
    })
    return {
      data: {
        doel: purpose,
        wachtrijen: queues.map(({ party, count, pairs }) => ({
          soort: partyWords[party],
          open: count.open,
          onzeker: count.unsure,
          nogNietVerwerkt: count.pending,
          paren: pairs.map(({ left, right, weight, completeness, tier, links, cases }) => ({
            links: { sleutel: left.entity, rij: left.recordId },
            rechts: { sleutel: right.entity, rij: right.recordId },
            gewicht: weight,
            volledigheid: completeness,
            trap: searchTierLabel[tier],
            verbindingen: links,
            casussen: cases,
          })),
        })),
      },
      text: [
        `Doel: ${purpose}.`,
        ...queues.flatMap(({ party, count, pairs }) => [
          `${capitalise(partyPlural[party])}: ${formatCount(count.open, 'paar', 'paren')} te beoordelen, ${formatNumber(count.unsure)} onzeker.`,
          ...pairs.map(({ left, right, weight, links }) => `  ${left.label} (${left.detail}) – ${right.label} (${right.detail})  ${formatSigned(weight, 1)}  ${formatCount(links, 'verbinding', 'verbindingen')}`),
        ]),
      ],
    }
  },
}
