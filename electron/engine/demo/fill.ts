import { rmSync } from 'node:fs'
import { z } from 'zod'
import type { Progress } from '#shared/contract/events.ts'
import { Purpose } from '#shared/model/access.ts'
import type { ScoreSet } from '#shared/model/scoreSet.ts'
import type { CallContext } from '../context.ts'
import { makeTemporaryFolder } from '../../disk/temporaryFolder.ts'
import { importFile, inspectFile } from '../import/index.ts'
import { runFindings } from '../findings/index.ts'
import { runLink } from '../link/index.ts'
import { ProblemError } from '../problem.ts'
import { readResource } from '../resources.ts'
import { runScores } from '../score/index.ts'
import { isUntouched, listDeliveryNames } from '../store/demo.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { writeDemo, type DemoSize, type WrittenFile } from './write.ts'

/**
 * Fills an empty vault with the demo municipality, the way its departments would: files are written, taken in with the
 * mapping that is proposed, linked and scored. The files are gone afterwards. Broken off half-way, the same call goes on where
 * it stopped: what was taken in stays, and taken in again it changes nothing.
 * @throws ProblemError `vault-not-empty`, `cancelled`
 */
export async function fillDemo(context: CallContext, size: DemoSize): Promise<{ deliveries: number; set: Pick<ScoreSet, 'id' | 'resultHash'> }> {
  const wanted = `${size.addresses}/${size.seed}`
  if (!isUntouched(context.store) && readMeta(context.store, 'demo-size') !== wanted) throw new ProblemError('vault-not-empty')
  context.store.write((writer) => {
    writeMeta(writer, 'is-demo', 'true')
    writeMeta(writer, 'demo-size', wanted)
  })
  const folder = makeTemporaryFolder('signaal-demogemeente')
  try {
    const files = writeFiles(context, folder, size)
    for (const [i, file] of files.entries()) await takeIn(withPrefix(context, `Bestand ${i + 1} van ${files.length}: `), file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  runLink(withPrefix(context, 'Koppelen: '))
  runFindings(context)
  const { id, resultHash } = runScores(withPrefix(context, 'Scoren: '))
  return { deliveries: listDeliveryNames(context.store).length, set: { id, resultHash } }
}

/** Only the files leave this function, so that the municipality they were made from can be forgotten. */
function writeFiles(context: CallContext, folder: string, size: DemoSize): WrittenFile[] {
  const report = (progress: Progress): void => {
    context.checkCancelled()
    context.report(progress)
  }
  return writeDemo(folder, size, report).files
}

async function takeIn(context: CallContext, file: WrittenFile): Promise<void> {
  const view = await inspectFile(context, file.path, [])
  const sheets = view.sheets.flatMap(({ isHidden, proposal }) => (proposal && !isHidden ? [{ ...proposal, supplier: file.supplier, follows: null }] : []))
  await importFile({ ...context, purpose: intakePurpose() }, file.path, sheets, { dryRun: false })
}

const INTAKE = 'gegevensbeheer'

/** What deliveries are taken in for, so that links drawn from them show their legal ground. */
function intakePurpose(): Purpose {
  const purpose = readResource(z.array(Purpose.omit({ caseNumber: true })), 'purposes.json').find(({ id }) => id === INTAKE)
  if (!purpose) throw new Error(`resources/purposes.json: ${INTAKE} is missing`)
  return { ...purpose, caseNumber: '' }
}

/** The same context, whose steps say which part of the whole they belong to. */
function withPrefix(context: CallContext, prefix: string): CallContext {
  return { ...context, report: (progress: Progress) => context.report({ ...progress, step: prefix + progress.step.charAt(0).toLowerCase() + progress.step.slice(1) }) }
}
