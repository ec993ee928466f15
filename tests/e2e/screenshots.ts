import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../electron/cli/runtime.ts'
import { startApplication } from './launch.ts'
import { scenes } from './scenes.ts'

/** Makes docs/screenshots/NAME.png of every scene, or of those named on the command line, in one run of the application. */
const folder = join(projectRoot, 'docs', 'screenshots')
mkdirSync(folder, { recursive: true })
const wanted = new Set(process.argv.slice(2))
const application = await startApplication()
try {
  await application.page.setViewportSize({ width: 1440, height: 900 })
  for (const scene of scenes) {
    await scene.show(application)
    if (wanted.size > 0 && !wanted.has(scene.name)) continue
    await application.page.screenshot({ path: join(folder, `${scene.name}.png`), animations: 'disabled' })
    process.stdout.write(`docs/screenshots/${scene.name}.png\n`)
  }
} finally {
  await application.close()
}
if (application.errors.length > 0) {
  process.stderr.write(`${application.errors.join('\n')}\n`)
  process.exitCode = 1
}
