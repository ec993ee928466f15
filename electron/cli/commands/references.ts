import type { ReferenceTerm } from '#shared/contract/referenceTerms.ts'
import { formatDate, formatNumber } from '#shared/text/format.ts'
import { ownPurposeOptions, type Command } from '../command.ts'
import { choose, readOptions, vaultOptions, wholeNumber } from '../options.ts'
import { withVault } from '../vault.ts'

const shownWord = { review: 'te beoordelen', due: 'te vernietigen' } as const

export const references: Command = {
  name: 'verwijzingen',
  usage: 'KLUIS [--toon "te beoordelen"|"te vernietigen"] [--afdeling AFDELING] [--aantal 100]',
  summary: 'Toont welke verwijzingen zonder casus lang niet bevestigd zijn, of na een jaar te vernietigen zijn; zonder inhoud.',
  options: [
    ['--toon WELKE', '"te beoordelen" (zonder opgave) of "te vernietigen"'],
    ['--afdeling AFDELING', 'alleen van deze afdeling'],
    ['--aantal N', 'ten hoogste zoveel (100, ten hoogste 1000)'],
    ...ownPurposeOptions('gegevensbeheer'),
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, toon: { type: 'string', default: 'te beoordelen' }, afdeling: { type: 'string', default: '' }, aantal: { type: 'string', default: '100' } })
    const shown = choose(values.toon, '--toon', shownWord)
    const limit = wholeNumber(values.aantal, '--aantal', 1, 1000)
    const { terms, purpose } = await withVault(io, positionals[0], values, 'gegevensbeheer', async (client) => ({
      terms: await client.ask('reference.terms', { shown, department: values.afdeling, limit }),
      purpose: client.purpose,
    }))
    return {
      data: {
        doel: purpose,
        totaal: terms.total,
        afdelingen: terms.departments.map(({ department, toReview, due }) => ({ afdeling: department, te_beoordelen: toReview, te_vernietigen: due })),
        verwijzingen: terms.references.map(referenceData),
      },
      text: [`Doel: ${purpose}.`, ...terms.references.map(referenceLine), `${formatNumber(terms.references.length)} van ${formatNumber(terms.total)} ${shownWord[shown]}.`],
    }
  },
}

function referenceData({ subject, department, kind, from, confirmedOn, destroyFrom, isGone }: ReferenceTerm): Record<string, unknown> {
  return { over: subject, afdeling: department, soort: kind, sinds: from, bevestigd: confirmedOn, te_vernietigen_vanaf: destroyFrom, niet_meer_geleverd: isGone }
}

function referenceLine({ subject, department, kind, confirmedOn, destroyFrom }: ReferenceTerm): string {
  return `${department}: ${kind}${subject === '' ? '' : `, ${subject}`}  (bevestigd ${formatDate(confirmedOn)}, te vernietigen vanaf ${formatDate(destroyFrom)})`
}
