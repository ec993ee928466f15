/** The public face of the export stage: what leaves the vault, and a record that it did. */
export { exportCase } from './exportCase.ts'
