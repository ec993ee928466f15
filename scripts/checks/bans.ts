import { type ESTree, Visitor, parseSync } from 'vite'
import { type SourceFile, type Violation, isTypeScript, lineAt } from './sourceFile.ts'

type Report = (node: { start: number }, rule: string, message: string) => void

const product = /^(?:shared|electron|renderer)\//
const engine = /^electron\/engine\//
const store = /^electron\/engine\/store\//
const mayWrite = /^electron\/cli\//

/** Names that mean a network, a browser's own storage or a hole in the policy of the page. */
const bannedNames: Readonly<Record<string, string>> = {
  fetch: 'the application is offline: take in a file the user chose instead',
  XMLHttpRequest: 'the application is offline: take in a file the user chose instead',
  WebSocket: 'the application is offline: take in a file the user chose instead',
  EventSource: 'the application is offline: take in a file the user chose instead',
  localStorage: 'nothing about a case stays in the window: keep it in the vault, or ask the shell for a setting',
  sessionStorage: 'nothing about a case stays in the window: keep it in state',
  indexedDB: 'nothing about a case stays in the window: keep it in the vault',
  eval: 'no code is made from text; write the function',
}

const bannedMembers: Readonly<Record<string, string>> = {
  openExternal: 'the application opens nothing outside itself; show the text so that the user can copy it',
  innerHTML: 'text from files would become markup: let React make the elements',
  outerHTML: 'text from files would become markup: let React make the elements',
  insertAdjacentHTML: 'text from files would become markup: let React make the elements',
  sendBeacon: 'the application is offline',
  cookie: 'nothing about a case stays in the window: keep it in state',
}

/** Calls of the store whose first word is SQL. */
const sqlCalls = new Set(['all', 'get', 'each', 'run', 'prepare', 'exec'])
const looksLikeSql = /^\s*(?:SELECT\b|WITH \w+ AS|INSERT (?:OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE (?:TABLE|INDEX|VIEW)|DROP (?:TABLE|INDEX)|PRAGMA )/
const forbiddenField = /^(?:nationalit|ethni|birth_?(?:place|country)|(?:place|country)_?of_?birth|geboorte_?(?:plaats|land)|etni|afkomst)/i

/** Calls, names and fields the project does without. */
export function checkBans(files: readonly SourceFile[]): Violation[] {
  return files.filter((file) => product.test(file.path)).flatMap((file) => (isTypeScript(file) ? inCode(file) : inSql(file)))
}

function inCode(file: SourceFile): Violation[] {
  const violations: Violation[] = []
  const report: Report = (node, rule, message) => violations.push({ path: file.path, line: lineAt(file.text, node.start), rule, message })
  const { program } = parseSync(file.path, file.text)
  const fixed = fixedFragments(program)
  new Visitor({
    Identifier: (node) => {
      const why = Object.hasOwn(bannedNames, node.name) ? bannedNames[node.name] : undefined
      if (why !== undefined && isReference(file.text, node)) report(node, 'no-such-name', `${node.name}: ${why}`)
    },
    MemberExpression: (node) => {
      if (node.computed || node.property.type !== 'Identifier') return
      const name = node.property.name
      const why = Object.hasOwn(bannedMembers, name) ? bannedMembers[name] : undefined
      if (why !== undefined) report(node, 'no-such-member', `${name}: ${why}`)
      if (node.object.type === 'Identifier' && node.object.name === 'console' && !mayWrite.test(file.path)) {
        report(node, 'no-console', 'only the command line writes to the terminal; report a bug through the engine’s reportBug')
      }
    },
    JSXAttribute: (node) => {
      if (node.name.name === 'dangerouslySetInnerHTML') report(node, 'no-such-member', 'dangerouslySetInnerHTML: let React make the elements')
    },
    NewExpression: (node) => {
      if (node.callee.type !== 'Identifier') return
      if (node.callee.name === 'Function') report(node, 'no-such-name', 'new Function: no code is made from text; write the function')
      if (node.callee.name === 'Date' && node.arguments.length === 0) reportClock(file, node, report)
    },
    CallExpression: (node) => {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return
      const called = `${callee.object.type === 'Identifier' ? callee.object.name : ''}.${callee.property.name}`
      if (called === 'Date.now' || called === 'Math.random') reportClock(file, node, report)
      if (callee.property.name === 'prepare' && !store.test(file.path)) {
        report(node, 'sql-in-store', 'statements are prepared in electron/engine/store; add a function there')
      }
      const [sql] = node.arguments
      if (store.test(file.path) && sqlCalls.has(callee.property.name) && sql !== undefined && isBuilt(sql, fixed)) {
        report(node, 'sql-not-built', 'bind values with ?; only names may be put in, through store/sql.ts')
      }
    },
    Literal: (node) => reportSql(file, node, typeof node.value === 'string' ? node.value : '', report),
    TemplateElement: (node) => reportSql(file, node, node.value.raw, report),
    Property: (node) => reportField(node, node.key, report),
    TSPropertySignature: (node) => reportField(node, node.key, report),
  }).visit(program)
  return violations
}

/** Whether a name is used as a value here, not as a property, a key or a type of that name. */
function isReference(text: string, node: { start: number; end: number }): boolean {
  const before = text.slice(0, node.start).trimEnd().at(-1)
  const after = text.slice(node.end).trimStart().at(0)
  return before !== '.' && after !== ':'
}

/** SQL text glued from parts at run time. A PRAGMA takes no bound values; fixed fragments and names through store/sql.ts are safe. */
function isBuilt(sql: ESTree.Argument, fixed: ReadonlySet<string>): boolean {
  if (sql.type === 'BinaryExpression') return true
  if (sql.type !== 'TemplateLiteral' || sql.quasis[0]?.value.raw.startsWith('PRAGMA ') === true) return false
  return !sql.expressions.every((part) => isFixed(part, fixed))
}

function isFixed(part: ESTree.Expression, fixed: ReadonlySet<string>): boolean {
  if (part.type === 'Identifier') return fixed.has(part.name)
  return part.type === 'CallExpression' && part.callee.type === 'Identifier' && fixed.has(part.callee.name)
}

/** Names in this file that hold only text written in it, and what it takes from store/sql.ts. */
function fixedFragments(program: ESTree.Program): ReadonlySet<string> {
  const fixed = new Set<string>()
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration' && statement.source.value === './sql.ts') {
      for (const { local } of statement.specifiers) fixed.add(local.name)
    }
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue
    for (const { id, init } of statement.declarations) {
      if (id.type === 'Identifier' && init !== null && isFixedText(init, fixed)) fixed.add(id.name)
    }
  }
  return fixed
}

function isFixedText(init: ESTree.Expression, fixed: ReadonlySet<string>): boolean {
  return init.type === 'Literal' || (init.type === 'TemplateLiteral' && init.expressions.every((part) => isFixed(part, fixed)))
}

function reportSql(file: SourceFile, node: { start: number }, text: string, report: Report): void {
  if (engine.test(file.path) && !store.test(file.path) && looksLikeSql.test(text)) {
    report(node, 'sql-in-store', 'SQL stands in electron/engine/store; add a function there')
  }
}

function reportClock(file: SourceFile, node: { start: number }, report: Report): void {
  if (engine.test(file.path) && file.path !== 'electron/engine/index.ts') {
    report(node, 'no-clock-or-chance', 'the engine is told what time it is (context.now) and draws no lots; ask for a seed')
  }
}

function reportField(node: { start: number }, key: { type: string; name?: unknown; value?: unknown }, report: Report): void {
  const name = key.type === 'Identifier' ? key.name : key.value
  if (typeof name === 'string' && forbiddenField.test(name)) report(node, 'no-such-field', fieldMessage(name))
}

function inSql(file: SourceFile): Violation[] {
  return [...file.text.matchAll(/^\s*(\w+)\s+(?:TEXT|INTEGER|REAL|BLOB|ANY)\b/gim)]
    .filter((match) => forbiddenField.test(match[1] ?? ''))
    .map((match) => ({ path: file.path, line: lineAt(file.text, match.index + match[0].search(/\S/)), rule: 'no-such-field', message: fieldMessage(match[1] ?? '') }))
}

function fieldMessage(name: string): string {
  return `${name}: there is no field for nationality, birthplace or descent; drop the column at import`
}
