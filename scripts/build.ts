import { build } from './setup/build.ts'
import { say } from './setup/command.ts'

const { code, output } = await build()
say(code === 0 ? 'Gebouwd in out/.' : output)
process.exitCode = code
