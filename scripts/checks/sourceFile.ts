import { readFileSync, readdirSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { parseSync } from 'vite'

/** What a file asks of another: a path in the project (`shared/model/score.ts`), `npm:zod` or `node:fs`. */
export interface Import {
  target: string
  /** `type`: gone after compilation; `lazy`: loaded later, by `import()` */
  kind: 'value' | 'type' | 'lazy'
  line: number
}

export interface SourceFile {
  /** from the root of the project, with forward slashes */
  path: string
  text: string
}

export interface Violation {
  path: string
  line: number
  rule: string
  /** what to do instead */
  message: string
}

/** Every TypeScript and SQL file of the product and its tests and scripts. */
export function readSources(root: string): SourceFile[] {
  return ['shared', 'electron', 'renderer', 'scripts', 'tests'].flatMap((folder) => {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|sql)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('node_modules'))
      .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
  })
}

export function isTypeScript(file: SourceFile): boolean {
  return /\.tsx?$/.test(file.path)
}

/** All a file imports or re-exports: statically, with `import()`, or as `import('…').Type`. */
export function importsOf(file: SourceFile): Import[] {
  const { module } = parseSync(file.path, file.text)
  const found: { name: string; kind: Import['kind']; start: number }[] = []
  for (const statement of module.staticImports) {
    const isType = statement.entries.length > 0 && statement.entries.every((entry) => entry.isType)
    found.push({ name: statement.moduleRequest.value, kind: isType ? 'type' : 'value', start: statement.start })
  }
  for (const statement of module.staticExports) {
    const first = statement.entries.find((entry) => entry.moduleRequest !== null)
    const isType = statement.entries.every((entry) => entry.isType)
    if (first?.moduleRequest) found.push({ name: first.moduleRequest.value, kind: isType ? 'type' : 'value', start: statement.start })
  }
  for (const call of module.dynamicImports) {
    const quoted = file.text.slice(call.moduleRequest.start, call.moduleRequest.end)
    found.push({ name: quoted.slice(1, -1), kind: 'lazy', start: call.start })
  }
  for (const match of file.text.matchAll(/\bimport\(\s*'([^']+)'\s*\)\s*\./g)) {
    const isInType = !module.dynamicImports.some((call) => call.start === match.index)
    if (isInType && match[1] !== undefined) found.push({ name: match[1], kind: 'type', start: match.index })
  }
  return found.map(({ name, kind, start }) => ({ target: resolveTarget(file.path, name), kind, line: lineAt(file.text, start) }))
}

function resolveTarget(from: string, name: string): string {
  if (name.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), name))
  if (name.startsWith('#shared/')) return name.slice(1)
  if (name.startsWith('node:')) return name
  const parts = name.split('/')
  return `npm:${name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name)}`
}

/** The line, from 1, of a position in a text. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}
