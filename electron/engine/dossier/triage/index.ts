/** The public face of the triage, a part of the case stage. */
export { listTriage, readTriage } from './read.ts'
export { moveSignal, takeSignal, weigh } from './step.ts'
