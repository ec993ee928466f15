import { type Import, type SourceFile, type Violation, importsOf, isTypeScript } from './sourceFile.ts'

/** Files that import each other in a ring, by values; rings closed by a type or by a later `import()` are harmless. */
export function checkCycles(files: readonly SourceFile[]): Violation[] {
  const graph = new Map(files.filter(isTypeScript).map((file) => [file.path, importsOf(file).filter((link) => link.kind === 'value')]))
  const violations: Violation[] = []
  const state = new Map<string, 'open' | 'done'>()

  function visit(path: string, trail: readonly string[]): void {
    state.set(path, 'open')
    for (const link of graph.get(path) ?? []) {
      if (!graph.has(link.target)) continue
      const seen = state.get(link.target)
      if (seen === 'open') violations.push(ring([...trail, path], link, path))
      else if (seen === undefined) visit(link.target, [...trail, path])
    }
    state.set(path, 'done')
  }

  for (const path of graph.keys()) if (!state.has(path)) visit(path, [])
  return violations
}

function ring(trail: readonly string[], link: Import, path: string): Violation {
  const members = [...trail.slice(trail.indexOf(link.target)), link.target].join(' → ')
  return { path, line: link.line, rule: 'no-cycle', message: `${members}: move what both need to a third file` }
}
