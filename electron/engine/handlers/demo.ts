import { ProblemError } from '../problem.ts'
import type { Handlers } from './types.ts'

const pending = () => {
  throw new ProblemError('not-found')
}

export const demoHandlers: Handlers<'demo.fill'> = {
  'demo.fill': pending,
}
