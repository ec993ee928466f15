import { dayOf, formatDate } from '#shared/text/format.ts'
import { keyedHash } from '../../audit/redact.ts'
import { ProblemError } from '../../problem.ts'
import { dossierContent, dossierNumbers, findDossier, removeDossier, type DossierRow } from '../../store/bibobTerms.ts'
import type { Reader } from '../../store/database.ts'
import { isOver } from '../closing.ts'
import { partsOf, PART, type Destroyable } from '../destruction.ts'
import { keptUntil } from './terms.ts'

/** A Bibob dossier can be destroyed when the time it is kept after the decision is over: the application, and what was established under its case number. */
export const destroyableDossier: Destroyable = {
  kind: 'bibob',
  numberOf: (reader, id, now) => {
    requireDue(reader, id, now)
    return dossierOf(reader, id).caseNumber
  },
  requireDue,
  contentOf: (reader, id) => {
    const { application, partnerships } = dossierContent(reader, dossierOf(reader, id).caseNumber)
    return { content: [application, partnerships], held: { applications: 1, partnerships: partnerships.length } }
  },
  markOf: (reader, id, hashKey) => {
    const { caseNumber, madeAt } = dossierOf(reader, id)
    return keyedHash(JSON.stringify(['bibob', caseNumber, madeAt]), hashKey)
  },
  partMarksOf: (reader, id, hashKey) => markOfNumber(dossierOf(reader, id).caseNumber, hashKey),
  remove: (writer, id) => removeDossier(writer, dossierOf(writer, id).caseNumber),
  // by its case number, since in a copy of before the application was saved a partnership may stand alone; what began after the destruction is another dossier
  removeMarked: (writer, proofs, hashKey) => {
    const marked = proofs.map((proof) => ({ at: proof.destroyedAt, parts: partsOf(proof) }))
    const found = dossierNumbers(writer).filter(({ caseNumber, since }) => {
      const mark = markOfNumber(caseNumber, hashKey).toString('hex')
      return marked.some(({ at, parts }) => since <= at && parts.has(mark))
    })
    for (const { caseNumber } of found) removeDossier(writer, caseNumber)
    return found.length
  },
}

function markOfNumber(caseNumber: string, hashKey: string): Buffer {
  return keyedHash(JSON.stringify(['bibob case number', caseNumber]), hashKey).subarray(0, PART)
}

/** @throws ProblemError `not-found`, `bibob-undecided`, `bibob-kept` */
function requireDue(reader: Reader, id: number, now: string): void {
  const { decided } = dossierOf(reader, id)
  if (decided === null) throw new ProblemError('bibob-undecided')
  const kept = keptUntil(decided)
  if (!isOver(kept, dayOf(now))) throw new ProblemError('bibob-kept', { day: formatDate(kept) })
}

/** @throws ProblemError `not-found` */
function dossierOf(reader: Reader, id: number): DossierRow {
  const dossier = findDossier(reader, id)
  if (!dossier) throw new ProblemError('not-found', { what: 'Het Bibob-dossier' })
  return dossier
}
