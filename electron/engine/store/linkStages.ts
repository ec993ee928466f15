import type { Reader, Writer } from './database.ts'

/** Stages of a link run that add what came since to what stands. */
export type Stage = 'addresses' | 'companies' | 'network'

/** How far a stage came; gone as soon as something it rests on reads otherwise, is gone, or came in late. */
export interface StageDone {
  /** every row up to this one was there */
  lastRecord: number
  /** JSON */
  facts: string
}

export function readStage(reader: Reader, stage: Stage): StageDone | undefined {
  return reader.get<StageDone>('SELECT last_record AS lastRecord, facts FROM link_stage WHERE stage = ?', stage)
}

/** Remembers that a stage was done for every row there is. */
export function saveStage(writer: Writer, stage: Stage, facts: string): void {
  writer.run('INSERT OR REPLACE INTO link_stage (stage, last_record, facts) SELECT ?, ((coalesce(max(id), 0) + 1) << 32) - 1, ? FROM delivery', stage, facts)
}
