import { measureDemo } from '../demo/index.ts'
import { ProblemError } from '../problem.ts'
import type { Handlers } from './types.ts'

const pending = () => {
  throw new ProblemError('not-found')
}

export const demoHandlers: Handlers<'demo.fill' | 'demo.measure'> = {
  'demo.fill': pending,
  'demo.measure': (context, input) => measureDemo(context, context.path(input.folder)),
}
