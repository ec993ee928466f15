import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, Visitor, parseSync } from 'vite'
import { type SourceFile, type Violation, isTypeScript, lineAt, readSources } from './sourceFile.ts'

/** Where every text is one that a user reads, but for names in code and in the formats of other programs. */
const texts = /^(?:renderer\/text|shared\/text|electron\/cli\/commands|electron\/engine\/export)\/(?!network(?:Anx|Xml))/
const labels = /^(?:renderer|shared)\/text\//
/** Where sentences are read by a user, beside names and codes that are not. */
const sentences = /^(?:renderer|shared|electron\/main|electron\/cli|electron\/engine\/(?!store\/))/
const screens = /^renderer\/.*\.tsx$/
/** Definitions: what of them is shown, and what stands for headings and names that files are recognised by. */
const definitions = /^resources\/(?:bibob|findings|handbook|indicators|kinds)\/.*\.(?:json|md)$|^resources\/(?:purposes|branches\/risk-branches)\.json$/
/** Attributes that are shown or read aloud. */
const readAttributes = new Set(['alt', 'aria-label', 'description', 'label', 'placeholder', 'title'])
/** A name in code, a procedure, a path, a key. */
const code = /^[@a-z][\w.:/…-]*$/
const markup = /<\/?\w|\{\s/
const notShown = new Set(['synonyms', 'choices', 'names', 'words', 'keys', 'id', 'unknown', 'source'])

/** English words that are no Dutch ones: a sentence of English has one of the first two lines in it, a label may be one of the others. */
const english = new Set(
  `the and with without from this that these those there their them they you your our are were been being has does did not but because when where which who whose what why how any each every some
   than then into only also for if or its it an to can could should would will shall must may might please
   click select choose save saved cancel delete deleted remove removed add added edit search find found loading loaded failed failure success successful warning error invalid missing required unknown
   empty next previous back close closed submit update updated upload download settings user users password file files folder name date address company person owner case cases network node nodes
   edge edges graph view report row rows column columns sheet source sources timeline undo redo default weight rank ranking threshold match merge batch dashboard workspace snapshot retention
   purpose ground share shares evidence finding findings phenomenon branch area areas department request requests`.split(/\s+/),
)

/** The glossary has one word for a thing. What else it is called, and what it is called here. */
const otherTerms: Readonly<Record<string, string>> = {
  verwijsindex: 'verwijzindex', referentie: 'verwijzing', referenties: 'verwijzingen', triage: 'weging', tipgever: 'melder', rechtsgrond: 'grondslag', rechtsgronden: 'grondslagen', filiaal: 'vestiging', filialen: 'vestigingen',
  risicoscore: 'aandachtscore', risicoscores: 'aandachtscores', aandachtsscore: 'aandachtscore', aandachtsscores: 'aandachtscores', compleetheid: 'volledigheid', entiteit: 'adres, bedrijf of persoon',
  entiteiten: 'adressen, bedrijven en personen', dataset: 'levering', datasets: 'leveringen', audit: 'logboek', auditlog: 'logboek', node: 'knoop', edge: 'relatie', graaf: 'netwerk',
}

/** Words a user reads: Dutch, and one for each thing. */
export function checkWords(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) => {
    if (definitions.test(file.path)) return file.path.endsWith('.json') ? inDefinition(file) : inHandbook(file)
    return isTypeScript(file) && sentences.test(file.path) ? inCode(file) : []
  })
}

/** The words of the project itself, as lines to read. */
export function wordReport(root: string): string[] {
  const shown = readdirSync(join(root, 'resources'), { recursive: true, encoding: 'utf8' }).map((name) => `resources/${name.replaceAll('\\', '/')}`).filter((path) => definitions.test(path))
  const files = [...readSources(root), ...shown.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))]
  return checkWords(files).map(({ path, line, rule, message }) => `${path}:${line} ${rule}: ${message}`)
}

function inCode(file: SourceFile): Violation[] {
  const found: Violation[] = []
  const isText = texts.test(file.path)
  const { program } = parseSync(file.path, file.text)
  const internal = internalTexts(program)
  const look = (start: number, text: string) => {
    if (internal.some((part) => part.start <= start && start < part.end) || markup.test(text)) return
    if (isText ? !code.test(text) : isSentence(text)) found.push(...judged(file, start, text))
  }
  const apart = (start: number, text: string) => {
    if (screens.test(file.path)) found.push({ path: file.path, line: lineAt(file.text, start), rule: 'words-apart', message: `${text.trim()}: the words of the window stand in renderer/text` })
  }
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') look(node.start, node.value)
    },
    TemplateLiteral: (node) => look(node.start, node.quasis.map(({ value }) => value.raw).join('…')),
    Property: ({ value }) => {
      // the value of a name is a label, however short
      if (labels.test(file.path) && value.type === 'Literal' && typeof value.value === 'string' && code.test(value.value)) found.push(...judged(file, value.start, value.value))
    },
    JSXText: ({ start, value }) => {
      if (/\p{L}{2}/u.test(value)) apart(start, value)
    },
    JSXAttribute: ({ name, value }) => {
      if (value?.type === 'Literal' && typeof name.name === 'string' && readAttributes.has(name.name) && isLabel(value.value)) apart(value.start, value.value)
    },
  }).visit(program)
  return found
}

/** What names a module, or tells a programmer what went wrong. */
function internalTexts(program: ESTree.Program): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  new Visitor({
    ImportDeclaration: (node) => void found.push(node.source),
    ImportExpression: (node) => void found.push(node.source),
    ExportNamedDeclaration: (node) => void (node.source && found.push(node.source)),
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name.endsWith('Error') && !/^(?:Problem|Usage)Error$/.test(node.callee.name)) found.push(...node.arguments)
    },
    TSLiteralType: (node) => void found.push(node),
    Property: (node) => {
      if (node.key.type === 'Identifier' && node.key.name === 'message') found.push(node.value)
    },
  }).visit(program)
  return found
}

function isLabel(text: string): boolean {
  return /\p{Lu}\p{Ll}|\p{L} \p{L}/u.test(text)
}

/** As a user reads it, and no code, path, style or list of names. */
function isSentence(text: string): boolean {
  return /^\p{Lu}\p{Ll}*[ ,]|\p{L}[.?!]$/u.test(text.trim()) && text.trim().includes(' ')
}

function inDefinition(file: SourceFile): Violation[] {
  return shownIn(JSON.parse(file.text)).flatMap((text) => judged(file, Math.max(0, file.text.indexOf(JSON.stringify(text))), text))
}

function shownIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => (notShown.has(key) ? [] : shownIn(part)))
}

/** But for what stands in code: commands, names of files and of columns. */
function inHandbook(file: SourceFile): Violation[] {
  return file.path.endsWith('README.md') ? [] : judged(file, 0, file.text.replace(/`[^`]*`/g, (named) => ' '.repeat(named.length)))
}

function judged(file: SourceFile, start: number, told: string): Violation[] {
  // names that are filled in, keys as the command line takes them, and names of files
  const text = told.replace(/\{\w+\}|\b[a-z]+:\d|[\w/-]+\.(?:json|md)\b/g, (name) => ' '.repeat(name.length))
  return [...text.matchAll(/\p{L}[\p{L}\p{M}_’'-]*/gu)].flatMap((match): Violation[] => {
    const word = match[0].toLowerCase()
    const line = lineAt(file.text, start) + lineAt(text, match.index) - 1
    if (english.has(word)) return [{ path: file.path, line, rule: 'dutch-only', message: `‘${match[0]}’ is English, in ‘${text.slice(0, 80)}’` }]
    const term = Object.hasOwn(otherTerms, word) ? otherTerms[word] : undefined
    return term === undefined ? [] : [{ path: file.path, line, rule: 'one-term', message: `‘${match[0]}’: the glossary says ${term}` }]
  })
}
