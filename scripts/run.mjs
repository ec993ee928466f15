// Runs a script of the project under the project's own Node 24, after installing the dependencies when they are
// missing or stale. Plain JavaScript that Node 20 understands: at this point nothing is installed yet.
// Usage: node scripts/run.mjs SCRIPT.ts [argument…]
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { ensureDependencies, ownNode, root } from './setup/dependencies.mjs'

const [script, ...rest] = process.argv.slice(2)
if (script === undefined) {
  process.stderr.write('Gebruik: node scripts/run.mjs SCRIPT.ts [argument…]\n')
  process.exit(2)
}

await ensureDependencies()

const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
// glibc keeps what ended threads held, for each thread that may come; a third less memory without (other systems ignore these)
const memory = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '65536', MALLOC_MMAP_THRESHOLD_: '131072' }
const child = spawn(ownNode, [join(root, script), ...rest], { stdio: 'inherit', env: { ...memory, ...process.env, PATH: path } })
// a key typed in the terminal reaches the child by itself; here it only must not end the parent first
process.on('SIGINT', () => undefined)
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
})
