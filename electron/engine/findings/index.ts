/** The public face of the findings: named patterns at addresses and companies. */
export { readFindingPage, readFindings, readLibrary, setExplanation } from './readFindings.ts'
export { lastRun, runFindings } from './runFindings.ts'
