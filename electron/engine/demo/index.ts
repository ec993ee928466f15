export { writeDemo } from './write.ts'
export { writeTruth } from './truth.ts'
