import type { CaseFile } from '#shared/contract/dossier.ts'
import { namesFiu } from '../normalise/fiu.ts'
import { ProblemError } from '../problem.ts'

const WITHHELD = 'Niet opgenomen: de inhoud noemt de FIU.'

/**
 * A case as it may leave: no data of the FIU goes to partners. A signal whose content names it goes without that content; what was written
 * here by hand can be put otherwise, so there somebody has to look. What partners are asked may name it.
 * @throws ProblemError `export-fiu` with the places where it is named
 */
export function withoutFiu(file: CaseFile): CaseFile {
  const places = writtenWords(file).flatMap(([place, words]) => (namesFiu(words) ? [place] : []))
  if (places.length > 0) throw new ProblemError('export-fiu', { places: [...new Set(places)].join(', ') })
  return { ...file, signals: file.signals.map((signal) => (namesFiu(signal.content) ? { ...signal, content: WITHHELD } : signal)) }
}

/** Everything that was written by hand in a case, each with the place where it stands. */
function writtenWords({ title, occasion, goal, statements, reports, interventions, proposal, closing }: CaseFile): (readonly [string, string])[] {
  return [
    ['de titel', title], ['Aanleiding', occasion], ['Doel', goal],
    ...statements.map(({ type, text }) => [type === 'fact' ? 'Feiten' : 'Interpretatie', text] as const),
    ...reports.flatMap(({ report }) => [...Object.values(report.answers), report.motive].map((words) => ['Rapportage', words] as const)),
    ...interventions.flatMap(({ goal: aim, result }) => [aim, result].map((words) => ['Aanpak', words] as const)),
    ...(proposal ? [proposal.processStep, proposal.urgencyReason, proposal.proportionality, proposal.subsidiarity] : []).map((words) => ['Voorstel', words] as const),
    ['Afsluiting', closing?.result ?? ''],
  ]
}
