import { compareCases, listViews, readView, removeView, restoreView, saveView } from '../dossier/index.ts'
import type { Handlers } from './types.ts'

export const viewsHandlers: Handlers<'view.list' | 'view.get' | 'view.save' | 'view.remove' | 'view.restore' | 'case.common'> = {
  'view.list': (context, { caseId }) => listViews(context, caseId),
  'view.get': (context, { id, version }) => readView(context, id, version),
  'view.save': (context, { caseId, name, content }) => saveView(context, caseId, name, content),
  'view.remove': (context, { id }) => {
    removeView(context, id)
    return {}
  },
  'view.restore': (context, { id }) => {
    restoreView(context, id)
    return {}
  },
  'case.common': (context, { first, second, filter }) => compareCases(context, first, second, filter),
}
