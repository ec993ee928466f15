import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { projectRoot } from '../../electron/cli/runtime.ts'

/**
 * The main job of the command line as somebody watches it in a terminal: `node watchedMainJob.ts WORD…`.
 * Prints what the job prints, and on a last line how long, at the longest, the watcher saw nothing and saw words that stood still, and after
 * or at which words.
 */
process.env['NODE_COMPILE_CACHE'] ??= join(projectRoot, '.cache', 'compile')
enableCompileCache(process.env['NODE_COMPILE_CACHE'])
const [{ runCommandLine }, { printHtml }] = await Promise.all([import('../../electron/cli/run.ts'), import('../../electron/cli/print.ts')])

/** What the watcher sees: the words in view, or none, and since when. */
let view = { words: '', last: 'het begin', since: performance.now() }
const longest = { empty: { ms: 0, after: '' }, still: { ms: 0, after: '' } }

function draw(text: string): void {
  const now = performance.now()
  const kind = view.words === '' ? longest.empty : longest.still
  if (now - view.since > kind.ms) Object.assign(kind, { ms: now - view.since, after: view.last })
  const words = stripVTControlCharacters(text).trim()
  view = { words, last: words || view.last, since: now }
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  draw,
  isWatched: true,
  environment: process.env,
  askHidden: null,
  readLine: () => Promise.resolve(''),
  now: () => new Date().toISOString(),
  print: printHtml,
  onInterrupt: () => () => undefined,
})
draw('')
process.stdout.write(`${JSON.stringify(longest)}\n`)
