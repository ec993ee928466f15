import { build, isBuildStale } from './setup/build.ts'
import { say } from './setup/command.ts'
import { ensureSystemPackages } from './setup/debian.ts'
import { resolveRuntime } from './setup/runtime.ts'

/** Sets up what the command line needs to print without a window: an Electron, its libraries and the built application. */
async function prepare(): Promise<number> {
  if (!(await ensureSystemPackages('window'))) return 1
  await resolveRuntime()
  if (!isBuildStale()) return 0
  const { code, output } = await build()
  if (code !== 0) say(output)
  return code
}

try {
  process.exitCode = await prepare()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
