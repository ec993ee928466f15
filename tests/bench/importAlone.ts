import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectRoot } from '../../electron/cli/runtime.ts'
import { watchPeak } from './memory.ts'
import { PASSPHRASE, workshop } from './workshop.ts'

let made = 0

/**
 * Takes a file in with the command line, in a process that does nothing else and a vault that holds nothing else.
 * @returns the most memory that process held, in MB; null where it cannot be seen
 */
export async function peakOfImport(path: string, kind: string): Promise<number | null> {
  const vault = workshop(`alleen-${(made += 1)}.kluis`)
  await command('nieuw', vault)
  return command('importeer', vault, path, '--soort', kind)
}

async function command(...words: string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(projectRoot, 'electron', 'cli', 'index.ts'), ...words], {
    stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, SIGNAAL_WACHTWOORD: PASSPHRASE },
  })
  const watch = watchPeak(child.pid ?? 0)
  const [code] = await once(child, 'exit')
  const highest = watch.stop()
  if (code !== 0) throw new Error(`the command ${words[0] ?? ''} failed; its sentence stands above`)
  return highest
}
