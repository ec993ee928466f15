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
  const command = ['tests/e2e/screenshots.ts', ...process.argv.slice(2)]
  const { code, output } = await onVirtualScreen((screen) => runCommand(process.execPath, command, { show: true, env: screen }))
  return { name: 'schermafdrukken', isGood: code === 0, output }
}
