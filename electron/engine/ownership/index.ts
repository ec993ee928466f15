/** The public face of ownership: who leads, holds and owns, step by step up to the end. */
export { ownershipEnds } from './ends.ts'
export { chainKinds, isPast, selfControlled, stepsBehind, stepsBelow, type Step } from './steps.ts'
export { walk, type Walk } from './walk.ts'
