import { checkBans } from './bans.ts'
import { checkCycles } from './cycles.ts'
import { checkDirections } from './directions.ts'
import { type SourceFile, type Violation, readSources } from './sourceFile.ts'

/** Everything the layer checks find in a set of files, by file and line. */
export function checkLayers(files: readonly SourceFile[]): Violation[] {
  const found = [...checkDirections(files), ...checkCycles(files), ...checkBans(files)]
  return found.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
}

/** The layer checks on the project itself, as lines to read. */
export function layerReport(root: string): string[] {
  return checkLayers(readSources(root)).map(({ path, line, rule, message }) => `${path}:${line} ${rule}: ${message}`)
}
