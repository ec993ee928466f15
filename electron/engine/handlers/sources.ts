import { exportRefusals, importFile, inspectFile, listIssues, listKinds, readSourceRow, kindOf } from '../import/index.ts'
import { listDeliveries } from '../store/deliveries.ts'
import type { Handlers } from './types.ts'

type Sources =
  | 'sources.kinds' | 'sources.inspect' | 'sources.preview' | 'sources.import' | 'sources.deliveries' | 'sources.issues'
  | 'sources.exportRefusals' | 'sources.row'

export const sourcesHandlers: Handlers<Sources> = {
  'sources.kinds': () => listKinds(),
  'sources.inspect': (context, input) => inspectFile(context, context.path(input.file), input.choices),
  'sources.preview': (context, input) => importFile(context, context.path(input.file), input.sheets, { dryRun: true }),
  'sources.import': (context, input) => importFile(context, context.path(input.file), input.sheets, { dryRun: false }),
  'sources.deliveries': (context) => listDeliveries(context.store).map((delivery) => ({ ...delivery, kindLabel: kindOf(delivery.kind).label })),
  'sources.issues': (context, input) => listIssues(context.store, input.deliveryId, input.offset, input.limit),
  'sources.exportRefusals': async (context, input) => ({ rows: await exportRefusals(context, input.deliveryId, context.path(input.target)) }),
  'sources.row': (context, input) => readSourceRow(context.store, input.recordId),
}
