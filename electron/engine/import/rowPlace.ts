import type { DeliveryChange } from '#shared/model/source.ts'
import type { Value, Writer } from '../store/database.ts'
import { countsOf, saveChange } from '../store/deliveries.ts'
import { recordInserter } from '../store/records.ts'
import { isRegister } from '../store/registers.ts'
import { ChangeExamples } from './changeExamples.ts'
import { RegisterIntake } from './registerIntake.ts'
import type { RowPlan } from './rowPlan.ts'
import { compareRows, settle } from './settle.ts'

/** A delivery with the earlier ones of its source. */
interface Source {
  deliveryId: number
  earlier: number[]
  isComplete: boolean
}

/** Where accepted rows go, and how they become the newest state of their source when all are in. */
interface Place {
  /** @returns whether a row came by it, instead of one being confirmed or changed */
  insert: (values: Value[]) => boolean
  settle: () => DeliveryChange
}

/** A register keeps one state per entity, every other kind its rows; the earlier deliveries of the source are compared with in either. */
export function placeOf(writer: Writer, plan: RowPlan, { deliveryId, earlier, isComplete }: Source): Place {
  const { table } = plan.kind
  const examples = new ChangeExamples(writer, plan.kind)
  const save = (change: Omit<DeliveryChange, 'examples'>): DeliveryChange => {
    saveChange(writer, deliveryId, change)
    return { ...change, examples: examples.list() }
  }
  if (isRegister(table)) {
    const intake = new RegisterIntake(writer, table, deliveryId, (before, after) => examples.add(before, after))
    return {
      insert: (values) => intake.take(values),
      settle: () => {
        if (isComplete) intake.endUnsaid(earlier)
        return save(intake.change)
      },
    }
  }
  const insert = recordInserter(writer, table, plan.columns)
  return {
    insert: (values) => {
      insert(values)
      return true
    },
    settle: () => {
      if (earlier.length === 0) return save({ added: countsOf(writer, deliveryId).accepted, changed: 0, gone: 0, unchanged: 0 })
      const pairs = compareRows(writer, plan.kind, deliveryId, earlier, isComplete)
      examples.addPairs(pairs)
      return save(settle(writer, plan.kind, deliveryId, pairs))
    },
  }
}
