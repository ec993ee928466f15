import { purposeChoices } from '../engine/handlers/session.ts'
import type { Client } from './client.ts'
import { UsageError } from './io.ts'

/** What a command does without `--doel`: nothing is looked at, the user must say, or it works under a purpose of its own. */
export type PurposeNeed = 'none' | 'asked' | OwnPurpose
/** Purposes that follow from the command itself; what was looked up for is never guessed. */
export type OwnPurpose = 'signaal-wegen' | 'gegevensbeheer' | 'gebiedsbeeld' | 'riec-casus' | 'bibob-onderzoek'

export type PurposeWords = { [K in 'doel' | 'zaak']?: string | undefined }

interface Choice {
  id: string
  label: string
  needsCaseNumber: boolean
}

const LONGEST_CASE_NUMBER = 40

/** The purposes as the help shows them: what is typed, and what it means. */
export function purposeLines(choices: readonly Choice[] = purposeChoices()): string[] {
  const width = Math.max(...choices.map(({ id }) => id.length))
  return choices.map(({ id, label, needsCaseNumber }) => `  ${id.padEnd(width)}  ${label}${needsCaseNumber ? ' (met --zaak)' : ''}`)
}

/**
 * The purpose that was meant, before a vault is opened for it; null when the command needs none and none was given.
 * @throws UsageError with the purposes there are
 */
export function wantedPurpose({ doel, zaak }: PurposeWords, need: PurposeNeed): { id: string; caseNumber: string } | null {
  if (doel === undefined && need === 'none') return null
  if (doel === undefined && need === 'asked') throw new UsageError('Geef met --doel waarvoor u raadpleegt; het doel komt in het logboek.', ['Doelen:', ...purposeLines()])
  const wanted = doel ?? need
  const choice = purposeChoices().find(({ id, label }) => [id, label.toLowerCase()].includes(wanted.toLowerCase()))
  if (!choice) throw new UsageError(`Het doel ‘${wanted}’ bestaat niet.`, ['Doelen:', ...purposeLines()])
  const caseNumber = (zaak ?? '').trim()
  if (choice.needsCaseNumber && caseNumber === '') throw new UsageError(`Bij het doel ‘${choice.label}’ hoort een zaaknummer: --zaak NUMMER.`)
  if (caseNumber.length > LONGEST_CASE_NUMBER) throw new UsageError(`Bij --zaak hoort een nummer van ten hoogste ${LONGEST_CASE_NUMBER} tekens.`)
  return { id: choice.id, caseNumber }
}

/** Chooses the purpose; it stands in the log and on every export. @throws UsageError when the user's roles do not have it */
export async function choosePurpose(client: Client, wanted: { id: string; caseNumber: string }): Promise<string> {
  const choices = await client.ask('purpose.list', {})
  if (!choices.some(({ id }) => id === wanted.id)) throw new UsageError(`Uw rol heeft het doel ‘${wanted.id}’ niet.`, ['Wel:', ...purposeLines(choices)])
  const { label, caseNumber } = await client.ask('purpose.set', wanted)
  return caseNumber === '' ? label : `${label}, zaak ${caseNumber}`
}
