import { ProblemError } from '../problem.ts'
import type { Handlers } from './types.ts'

const pending = () => {
  throw new ProblemError('not-found')
}

export const networkHandlers: Handlers<'network.counts' | 'network.expand' | 'network.path' | 'network.layout' | 'network.picture'> = {
  'network.counts': pending,
  'network.expand': pending,
  'network.path': pending,
  'network.layout': pending,
  'network.picture': pending,
}
