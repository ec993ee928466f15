import { fillDemo, measureDemo } from '../demo/index.ts'
import type { Handlers } from './types.ts'

export const demoHandlers: Handlers<'demo.fill' | 'demo.measure'> = {
  'demo.fill': (context, input) => fillDemo(context, input),
  'demo.measure': (context, input) => measureDemo(context, context.path(input.folder)),
}
