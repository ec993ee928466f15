import {
  exportIssues, exportMappings, exportRefusals, importFile, importMappings, inspectFile, kindOf, listIssues, listKinds, listMappings, readSourceRow, restoreMapping, useOfDelivery, withdrawDelivery,
} from '../import/index.ts'
import { runLink } from '../link/index.ts'
import type { CallContext } from '../context.ts'
import { purposeLabel } from '../purposeLabels.ts'
import { listDeliveries } from '../store/deliveries.ts'
import { hasNetwork } from '../store/links.ts'
import type { Handlers } from './types.ts'

type Sources =
  | 'sources.kinds' | 'sources.inspect' | 'sources.preview' | 'sources.import' | 'sources.deliveries' | 'sources.issues'
  | 'sources.use' | 'sources.withdraw' | 'sources.exportMappings' | 'sources.importMappings' | 'sources.mappings' | 'sources.restoreMapping' | 'sources.exportRefusals' | 'sources.exportIssues' | 'sources.row'

export const sourcesHandlers: Handlers<Sources> = {
  'sources.kinds': () => listKinds(),
  'sources.inspect': (context, input) => inspectFile(context, context.path(input.file), input.choices),
  'sources.preview': (context, input) => importFile(context, context.path(input.file), input.sheets, { dryRun: true }),
  'sources.import': (context, input) => importFile(context, context.path(input.file), input.sheets, { dryRun: false }),
  'sources.deliveries': (context) => listDeliveries(context.store).map((delivery) => ({ ...delivery, kindLabel: kindOf(delivery.kind).label, purpose: purposeLabel(delivery.purpose) })),
  'sources.issues': (context, input) => listIssues(context.store, input.deliveryId, input.offset, input.limit),
  'sources.exportIssues': (context, input) => ({ lines: exportIssues(context, input.deliveryId, context.path(input.target)) }),
  'sources.exportRefusals': (context, input) => ({ rows: exportRefusals(context, input.deliveryId, context.path(input.target)) }),
  'sources.use': (context, input) => useOfDelivery(context.store, input.deliveryId),
  'sources.withdraw': (context, input) => withdraw(context, input.deliveryId, input.reason),
  'sources.exportMappings': (context, input) => ({ mappings: exportMappings(context, context.path(input.target)) }),
  'sources.importMappings': async (context, input) => ({ mappings: await importMappings(context, context.path(input.file)) }),
  'sources.mappings': (context) => listMappings(context.store),
  'sources.restoreMapping': (context, input) => ({ version: context.store.write((writer) => restoreMapping(writer, input.shape, input.version, context)) }),
  'sources.row': (context, input) => readSourceRow(context.store, input.recordId),
}

/** Rows and what was linked from them go together, or neither. */
function withdraw(context: CallContext, deliveryId: number, reason: string): { rows: number; isLinkedAnew: boolean } {
  return context.store.write((writer) => {
    context.report({ step: 'Levering intrekken', done: 0, total: null })
    const { rows } = withdrawDelivery(writer, context, deliveryId, reason)
    const isLinkedAnew = hasNetwork(writer)
    if (isLinkedAnew) runLink(context)
    return { rows, isLinkedAnew }
  })
}
