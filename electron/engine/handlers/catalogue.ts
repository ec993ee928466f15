import { explainAddress, lookUpReferences, readAddress, readCompany, readPerson } from '../catalogue/index.ts'
import { kindsOpenTo, listSearchAreas, suggest } from '../catalogue/search/index.ts'
import { exportAccess } from '../export/index.ts'
import { runFindings } from '../findings/index.ts'
import { runLink } from '../link/index.ts'
import type { Handlers } from './types.ts'

export const catalogueHandlers: Handlers<'search.suggest' | 'search.areas' | 'reference.lookup' | 'address.get' | 'company.get' | 'person.get' | 'person.saveAccess' | 'address.explain' | 'link.run'> = {
  'search.suggest': (context, input) => ({ hits: suggest(context, { ...input, kinds: kindsOpenTo(context.purpose, input.kinds) }) }),
  'search.areas': ({ store }) => listSearchAreas(store),
  'reference.lookup': (context, { key }) => ({ departments: lookUpReferences(context, key) }),
  'address.get': (context, { key }) => readAddress(context, key),
  'company.get': (context, { key }) => readCompany(context, key),
  'person.get': (context, { key }) => readPerson(context, key),
  'person.saveAccess': (context, { key, target }) => exportAccess(context, key, context.path(target)),
  'address.explain': (context, { recordId }) => explainAddress(context, recordId),
  'link.run': (context) => {
    const report = runLink(context)
    // what was linked stands by now: stopping here would leave it without findings
    runFindings({ ...context, checkCancelled: () => undefined })
    return report
  },
}
