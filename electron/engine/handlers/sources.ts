import { ProblemError } from '../problem.ts'
import type { Handlers } from './types.ts'

const pending = () => {
  throw new ProblemError('not-found')
}

export const sourcesHandlers: Handlers<'sources.kinds' | 'sources.inspect' | 'sources.preview' | 'sources.import' | 'sources.deliveries' | 'sources.issues' | 'sources.exportRefusals' | 'sources.row'> = {
  'sources.kinds': pending,
  'sources.inspect': pending,
  'sources.preview': pending,
  'sources.import': pending,
  'sources.deliveries': pending,
  'sources.issues': pending,
  'sources.exportRefusals': pending,
  'sources.row': pending,
}
