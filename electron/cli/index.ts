import { isatty } from 'node:tty'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { projectRoot } from './runtime.ts'

/** Entry of the command line: `node electron/cli/index.ts OPDRACHT …`, usually through `npm run --silent signaal -- …`. */

// every job starts a thread that reads the whole engine again: kept compiled, that takes half the time
process.env['NODE_COMPILE_CACHE'] ??= join(projectRoot, '.cache', 'compile')
enableCompileCache(process.env['NODE_COMPILE_CACHE'])
const [{ runCommandLine }, { printHtml }, { askHidden }, { takeEnvironment }, { lineReader }] = await Promise.all([
  import('./run.ts'), import('./print.ts'), import('./askHidden.ts'), import('./passphrase.ts'), import('./unseen.ts'),
])
const ask = (question: string) => askHidden(question, process.stdin, process.stderr)

// whoever reads may have seen enough (`| head`)
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  draw: (text) => void process.stderr.write(text),
  isWatched: isatty(2),
  environment: takeEnvironment(process.env),
  askHidden: isatty(0) ? ask : null,
  readLine: isatty(0) ? ask : lineReader(process.stdin),
  now: () => new Date().toISOString(),
  print: printHtml,
  onInterrupt: (listener) => {
    process.on('SIGINT', listener)
    return () => void process.off('SIGINT', listener)
  },
})
