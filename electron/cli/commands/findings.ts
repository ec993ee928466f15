import type { Finding } from '#shared/model/finding.ts'
import { formatDate, formatNumber } from '#shared/text/format.ts'
import { lookUpOptions, type Command } from '../command.ts'
import { UsageError } from '../io.ts'
import { readOptions, vaultOptions, wholeNumber } from '../options.ts'
import { unseenHelp, unseenWords } from '../unseen.ts'
import { withVault } from '../vault.ts'
import { findEntity } from './lookup.ts'

export const findings: Command = {
  name: 'bevindingen',
  usage: 'KLUIS --doel DOEL [--zaak NUMMER] [--patroon PATROON] [--van ADRES|BEDRIJF] [--aantal 100] [--opnieuw]',
  summary: 'Toont welke patronen bij adressen en bedrijven zijn gezien, met hoe gewoon ze hier zijn.',
  options: [
    ['--patroon PATROON', 'alleen dit patroon'],
    ['--van WIE', `alleen bij dit adres of bedrijf; ${unseenHelp}`],
    ['--aantal N', 'ten hoogste zoveel (100, ten hoogste 500)'],
    ['--opnieuw', 'zoekt eerst opnieuw; anders alleen als de gegevens zijn gewijzigd'],
    ...lookUpOptions,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, patroon: { type: 'string' }, van: { type: 'string' }, aantal: { type: 'string', default: '100' }, opnieuw: { type: 'boolean', default: false } })
    const limit = wholeNumber(values.aantal, '--aantal', 1, 500)
    const subject = values.van === undefined ? null : await unseenWords(io, values.van, '--van')
    const { library, found, total, purpose } = await withVault(io, positionals[0], values, 'asked', async (client) => {
      const { run } = await client.ask('finding.library', {})
      if (values.opnieuw || run === null || run.isStale) await client.ask('finding.run', {})
      const known = await client.ask('finding.library', {})
      const names = known.patterns.map(({ id }) => id)
      if (values.patroon !== undefined && !names.includes(values.patroon)) throw new UsageError(`Bij --patroon kan: ${names.join(', ')}.`)
      if (subject !== null) {
        const own = await client.ask('finding.of', { keys: [await findEntity(client, subject, ['address', 'company'])] })
        const wanted = own.filter(({ pattern }) => values.patroon === undefined || pattern === values.patroon)
        return { library: known, found: wanted, total: wanted.length, purpose: client.purpose }
      }
      const page = await client.ask('finding.list', { pattern: values.patroon ?? '', offset: 0, limit })
      return { library: known, found: page.findings, total: page.total, purpose: client.purpose }
    })
    const wanted = library.patterns.filter(({ id }) => values.patroon === undefined || id === values.patroon)
    return {
      data: {
        doel: purpose, stand: library.run?.day ?? null, totaal: total,
        patronen: wanted.map(({ id, version, label, definition, rate, innocent, source }) => ({
          id, versie: version, naam: label, omschrijving: definition, gezien_bij: rate?.observed ?? null, van: rate?.population ?? null, gewone_verklaringen: innocent, bron: source,
        })),
        bevindingen: found.map(findingData),
      },
      text: [
        `Doel: ${purpose}.`,
        ...wanted.flatMap(({ id, label, rate, innocent }) => [
          '', `${label}. ${rate?.sentence ?? ''} Kan ook zijn: ${innocent.map((one) => one.replace(/\.$/, '').toLowerCase()).join('; ')}.`,
          ...found.filter(({ pattern }) => pattern === id).map(findingLine),
        ]),
        '', `${formatNumber(found.length)} van ${formatNumber(total)} ${total === 1 ? 'bevinding' : 'bevindingen'}. Een bevinding is geen oordeel en telt nergens in mee.`,
      ],
    }
  },
}

function findingData({ pattern, subject, sentence, since, evidence, explained }: Finding): Record<string, unknown> {
  return {
    patroon: pattern, sleutel: subject.key, naam: subject.label, bevinding: sentence, sinds: since, verklaring: explained?.reason ?? null,
    bewijs: evidence.map(({ file, sheet, row, supplier }) => ({ bestand: file, blad: sheet, rij: row, leverancier: supplier })),
  }
}

function findingLine({ subject, sentence, since, evidence }: Finding): string {
  const [first] = evidence
  const source = first ? ` [${first.file}, rij ${first.row}${evidence.length > 1 ? ` en ${evidence.length - 1} meer` : ''}]` : ''
  return `  ${subject.label}: ${sentence}${since === null ? '' : ` Sinds ${formatDate(since)}.`}${source}`
}
