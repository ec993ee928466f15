import type { GrantedFile } from '#shared/contract/bridge.ts'
import type { Problem } from '#shared/contract/problem.ts'
import type { ImportReport, SheetChoice, SheetMapping, SheetView, WorkbookView } from '#shared/model/source.ts'
import { runningJobs, startJob, type JobName, type RunningJob } from '../../lib/jobStore.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { sourcesText, type FilePhase } from '../../text/sources.ts'

/** One sheet as the user has settled it so far. */
export interface SheetDraft {
  view: SheetView
  isTaken: boolean
  mapping: SheetMapping | null
  /** the kind it is read as because somebody said so; null where it was recognised */
  saidKind: string | null
}

/** A file on its way into the vault. */
export interface FileInWork {
  file: GrantedFile
  phase: FilePhase
  view: WorkbookView | null
  sheets: readonly SheetDraft[]
  /** of the dry run, or of the real one */
  report: ImportReport | null
  problem: Problem | null
}

/** What is done with a file, one at a time. */
const fileJobs: readonly JobName[] = ['sources.inspect', 'sources.preview', 'sources.import']

/** The job that is at work on a file now. */
export function useFileJob(): RunningJob | undefined {
  return useStore(runningJobs).find(({ name }) => fileJobs.includes(name))
}

/** The files that were dropped, in that order; and which one is looked at. */
export const filesInWork = createStore<readonly FileInWork[]>([])
export const openFile = createStore<string | null>(null)

function change(token: string, changes: Partial<FileInWork>): void {
  filesInWork.set(filesInWork.get().map((one) => (one.file.token === token ? { ...one, ...changes } : one)))
}

function find(token: string): FileInWork | undefined {
  return filesInWork.get().find((one) => one.file.token === token)
}

/** The engine does one job at a time, so files wait for each other. */
let queue: Promise<void> = Promise.resolve()

function inTurn(work: () => Promise<void>): Promise<void> {
  queue = queue.then(work, work)
  return queue
}

/** Adds files and looks at each of them in turn. */
export function addFiles(files: readonly GrantedFile[]): void {
  const known = new Set(filesInWork.get().map((one) => one.file.token))
  const fresh = files.filter(({ token }) => !known.has(token))
  filesInWork.set([...filesInWork.get(), ...fresh.map((file): FileInWork => ({ file, phase: 'waiting', view: null, sheets: [], report: null, problem: null }))])
  const first = fresh[0]
  if (first && (openFile.get() === null || find(openFile.get() ?? '')?.phase === 'taken')) openFile.set(first.token)
  for (const { token } of fresh) void inspect(token)
}

export function removeFile(token: string): void {
  filesInWork.set(filesInWork.get().filter((one) => one.file.token !== token))
  if (openFile.get() === token) openFile.set(filesInWork.get()[0]?.file.token ?? null)
}

/** Looks at a file, keeping what the user settled about its sheets. */
export function inspect(token: string, choices: readonly SheetChoice[] = []): Promise<void> {
  return inTurn(async () => {
    const before = find(token)
    if (!before) return
    change(token, { phase: 'inspecting', problem: null, report: null })
    const reply = await startJob('sources.inspect', { file: token, choices: [...choices] })
    if (!reply.ok) return change(token, { phase: 'failed', problem: reply.problem })
    const settled = new Map(before.sheets.map((sheet) => [sheet.view.name, sheet]))
    change(token, { phase: 'ready', view: reply.value, sheets: reply.value.sheets.map((view) => draftOf(view, settled.get(view.name), choices)) })
  })
}

/** A sheet is proposed to be taken in when it shows, and a kind was found for it with all it needs. */
function draftOf(view: SheetView, before: SheetDraft | undefined, choices: readonly SheetChoice[]): SheetDraft {
  const wasAsked = choices.some((choice) => choice.sheet === view.name)
  if (before && choices.length > 0 && !wasAsked) return before
  const proposal = view.proposal
  const mapping = proposal && before?.mapping ? { ...proposal, supplier: before.mapping.supplier, keepsGarbled: before.mapping.keepsGarbled, referenceDate: before.mapping.referenceDate, follows: before.mapping.kind === proposal.kind ? before.mapping.follows : proposal.follows } : proposal
  const saidKind = choices.find((choice) => choice.sheet === view.name)?.kind ?? before?.saidKind ?? null
  return { view, mapping, saidKind, isTaken: wasAsked || (!view.isHidden && proposal !== null && view.missing.length === 0) }
}

/** Changes a sheet by hand; an earlier dry run no longer holds. */
export function changeSheet(token: string, sheet: string, changes: Partial<Pick<SheetDraft, 'isTaken'>> & { mapping?: Partial<SheetMapping> }): void {
  const found = find(token)
  if (!found) return
  const sheets = found.sheets.map((one) => {
    if (one.view.name !== sheet) return one
    const mapping = one.mapping && changes.mapping ? { ...one.mapping, ...changes.mapping } : one.mapping
    return { ...one, mapping, isTaken: changes.isTaken ?? one.isTaken }
  })
  change(token, { sheets, phase: 'ready', report: null, problem: null })
}

/** Gives a column another field; the column that had it loses it. */
export function assignField(token: string, sheet: SheetDraft, column: number, field: string | null): void {
  if (!sheet.mapping) return
  const columns = sheet.mapping.columns.map((one) => {
    if (one.column === column) return { ...one, field, reason: field === null ? sourcesText.mapping.droppedByHand : sourcesText.mapping.manual }
    return field !== null && one.field === field ? { ...one, field: null, reason: sourcesText.mapping.droppedByHand } : one
  })
  changeSheet(token, sheet.view.name, { mapping: { columns } })
}

/** The sheets that go in, as the engine wants them. */
export function takenSheets(file: FileInWork): SheetMapping[] {
  return file.sheets.flatMap(({ isTaken, mapping }) => (isTaken && mapping ? [mapping] : []))
}

/** Whether nothing stands in any sheet of a file. */
export function holdsNothing(file: FileInWork): boolean {
  return file.view !== null && file.sheets.every(({ view }) => view.rows === 0)
}

/** Whether a file can be read as it stands. */
export function canRead(file: FileInWork): boolean {
  const isSettled = file.phase === 'ready' || file.phase === 'previewed' || (file.phase === 'failed' && file.view !== null)
  return isSettled && takenSheets(file).length > 0
}

/** The dry run. */
export function preview(token: string): Promise<void> {
  return read('sources.preview', token, 'previewing', 'previewed')
}

/** The real thing. */
export function take(token: string): Promise<void> {
  return read('sources.import', token, 'taking', 'taken')
}

function read(job: 'sources.preview' | 'sources.import', token: string, during: FilePhase, after: FilePhase): Promise<void> {
  return inTurn(async () => {
    const file = find(token)
    if (!file || !canRead(file)) return
    change(token, { phase: during, problem: null })
    const reply = await startJob(job, { file: token, sheets: takenSheets(file) })
    if (reply.ok) change(token, { phase: after, report: reply.value })
    else change(token, { phase: file.phase === 'failed' ? 'ready' : file.phase, problem: reply.problem })
  })
}
