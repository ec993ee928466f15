import { lastRun, readFindingPage, readFindings, readLibrary, runFindings, setExplanation } from '../findings/index.ts'
import type { Handlers } from './types.ts'

export const findingsHandlers: Handlers<'finding.run' | 'finding.library' | 'finding.of' | 'finding.list' | 'finding.explain'> = {
  'finding.run': (context) => runFindings(context),
  'finding.library': (context) => ({ run: lastRun(context), patterns: readLibrary(context) }),
  'finding.of': (context, { keys }) => readFindings(context, keys),
  'finding.list': (context, page) => readFindingPage(context, page),
  'finding.explain': (context, words) => {
    setExplanation(context, words)
    return {}
  },
}
