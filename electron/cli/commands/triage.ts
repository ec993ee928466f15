import type { TriagedSignal } from '#shared/contract/triage.ts'
import { formatDate, formatDay, formatNumber } from '#shared/text/format.ts'
import { triageShownLabel, triageStateLabel } from '#shared/text/triage.ts'
import { ownPurposeOptions, type Command } from '../command.ts'
import { choose, readOptions, vaultOptions, wholeNumber } from '../options.ts'
import { withVault } from '../vault.ts'

export const triage: Command = {
  name: 'wegen',
  usage: 'KLUIS [--toon ontvangen|lopend|afgehandeld|"te vernietigen"] [--aantal 100] --zaak NUMMER',
  summary: 'Toont welke signalen wachten, in weging zijn, of na een jaar te vernietigen zijn; zonder inhoud.',
  options: [
    ['--toon WELKE', 'ontvangen (zonder opgave), lopend, afgehandeld of "te vernietigen"'],
    ['--aantal N', 'ten hoogste zoveel (100, ten hoogste 500)'],
    ...ownPurposeOptions('signaal-wegen'),
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, toon: { type: 'string', default: 'ontvangen' }, aantal: { type: 'string', default: '100' } })
    const shown = choose(values.toon, '--toon', triageShownLabel)
    const limit = wholeNumber(values.aantal, '--aantal', 1, 500)
    const { signals, total, purpose } = await withVault(io, positionals[0], values, 'signaal-wegen', async (client) => ({
      ...(await client.ask('triage.list', { shown, text: '', limit })),
      purpose: client.purpose,
    }))
    return {
      data: { doel: purpose, totaal: total, signalen: signals.map(signalData) },
      text: [`Doel: ${purpose}.`, ...signals.map(signalLine), `${formatNumber(signals.length)} van ${formatNumber(total)}.`],
    }
  },
}

function signalData({ number, signalNumber, state, since, department, kind, subject, date, reviewOn, destination }: TriagedSignal): Record<string, unknown> {
  return { nummer: number, signaal: signalNumber, stand: triageStateLabel[state], sinds: since, afdeling: department, soort: kind, over: subject, ontvangen: date, opnieuw_bekijken: reviewOn, waarheen: destination }
}

function signalLine({ number, signalNumber, state, since, department, kind, subject, date }: TriagedSignal): string {
  const when = since === '' ? (date === null ? '' : ` ${formatDate(date)}`) : ` sinds ${formatDay(since)}`
  return `${[number, signalNumber].filter((part) => part !== '').join(' ')}  ${department}: ${kind}${subject === '' ? '' : `, ${subject}`}  (${triageStateLabel[state]}${when})`
}
