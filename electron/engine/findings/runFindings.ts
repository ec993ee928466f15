import type { FindingRun } from '#shared/contract/findings.ts'
import type { CallContext } from '../context.ts'
import type { Writer } from '../store/database.ts'
import { patterns } from '../store/findingPatterns.ts'
import { countPopulation, findPattern, findingRun, replaceFindings, type FindingRow, type RateRow } from '../store/findings.ts'
import { inputStamp } from '../store/scoreInputs.ts'
import { todayOf } from '../today.ts'
import { findingLibrary, type KnownDefinition } from './library.ts'
import { findingSentence } from './sentence.ts'

type Running = Pick<CallContext, 'store' | 'now' | 'report' | 'checkCancelled'>

/**
 * Looks for every pattern of the library in the whole vault and replaces what was found before; all or nothing. The same
 * data, definitions and day give the same findings.
 * @throws ProblemError `cancelled`
 */
export function runFindings({ store, now, report, checkCancelled }: Running): FindingRun {
  const { definitions, hash } = findingLibrary()
  const day = todayOf({ store, now })
  store.write((writer) => {
    const found: FindingRow[] = []
    const rates: RateRow[] = []
    definitions.forEach((definition, done) => {
      checkCancelled()
      report({ step: `Bevindingen zoeken: ${definition.label}`, done, total: definitions.length })
      const rows = look(writer, definition, day)
      found.push(...rows)
      rates.push({ pattern: definition.id, observed: rows.length, population: countPopulation(writer, definition.pattern, { ...definition.parameters, day }) })
    })
    replaceFindings(writer, found, rates, { at: now, day, inputs: inputStamp(writer), definitionsHash: hash })
  })
  return { at: now, day, isStale: false }
}

function look(writer: Writer, { id, version, pattern, parameters, sentence }: KnownDefinition, day: string): FindingRow[] {
  return findPattern(writer, pattern, { ...parameters, day }).map(({ subject, since, words, records }) => ({
    pattern: id, version, subjectKind: patterns[pattern].subject, subjectId: subject, since, sentence: findingSentence(sentence, words), records,
  }))
}

/** The last run, and whether data or definitions changed since; null when there was none. */
export function lastRun({ store }: Pick<CallContext, 'store'>): FindingRun | null {
  const run = findingRun(store)
  return run && { at: run.at, day: run.day, isStale: run.inputs !== inputStamp(store) || run.definitionsHash !== findingLibrary().hash }
}
