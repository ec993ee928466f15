import { runCommand } from './setup/command.ts'
import { onVirtualScreen } from './setup/display.ts'
import { prepareElectron, runBuild } from './steps/prepare.ts'
import { reportStep } from './steps/report.ts'

for (const run of [prepareElectron, runBuild, takeScreenshots]) {
  const result = await run()
  reportStep(result)
  if (!result.isGood) {
    process.exitCode = 1
    break
  }
}

async function takeScreenshots(): ReturnType<typeof runBuild> {
  const screen = onVirtualScreen(process.execPath, ['tests/e2e/screenshots.ts', ...process.argv.slice(2)])
  const { code, output } = await runCommand(screen.command, screen.words, { show: true })
  return { name: 'schermafdrukken', isGood: code === 0, output }
}
