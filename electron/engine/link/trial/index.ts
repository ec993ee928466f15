/** The linker on reference sets of which is known who is who. */
export { runTrial, trialsIn, type TrialOutcome } from './runTrial.ts'
