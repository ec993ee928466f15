import { join } from 'node:path'
import { settingsName } from '#shared/contract/host.ts'
import { noWorkstation, workstationIn, type Workstation } from '../engine/workstation.ts'

/** What the workstation remembers: in the folder the window keeps its settings in, so that both know the same. */
export function workstationOf(environment: Readonly<Record<string, string | undefined>>): Workstation {
  const folder = settingsFolder(environment)
  return folder === undefined ? noWorkstation : workstationIn(join(folder, settingsName))
}

/** Where Electron looks for the settings of applications (`appData`); undefined when the environment names no place. */
function settingsFolder({ APPDATA, HOME, XDG_CONFIG_HOME }: Readonly<Record<string, string | undefined>>): string | undefined {
  if (process.platform === 'win32') return APPDATA
  if (process.platform === 'darwin') return HOME && join(HOME, 'Library', 'Application Support')
  return XDG_CONFIG_HOME ?? (HOME && join(HOME, '.config'))
}
