/** The public face of the demo stage: a synthetic municipality, its deliveries and their truth. */
export { fillDemo } from './fill.ts'
export { measureDemo } from './measure.ts'
export { writeTruth, type DemoTruth } from './truth.ts'
export { writeDemo, type WrittenFile } from './write.ts'
