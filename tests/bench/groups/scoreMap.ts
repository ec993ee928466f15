import { findRuntime } from '../../../electron/cli/runtime.ts'
import { onVirtualScreen } from '../../../scripts/setup/display.ts'
import { mapVault } from '../mapVault.ts'
import { firstPicture, mapFrames } from '../mapWindow.ts'
import { measured, type Group, type Measurement } from '../measurement.ts'
import { openVaultWindow } from '../vaultWindow.ts'

const HAND_MS = 3000
/** as many buurten as Almere has, and about as many as the country has */
const sizes = [
  { areas: 238, figure: 200, words: '≤ 200 ms' },
  { areas: 12_000, figure: 1000, words: '≤ 1 s' },
] as const

/** The map of the scores in the real window: how soon it is there, and whether it follows the hand. */
export const scoreMap: Group = {
  name: 'scoren',
  async *measure() {
    if (findRuntime() === null) return void process.stderr.write('scoren: venster overgeslagen, er is geen Electron op deze computer\n')
    for (const size of sizes) yield* await onVirtualScreen((screen) => (Object.assign(process.env, screen), oneMap(size)))
  },
}

async function oneMap({ areas, figure, words }: (typeof sizes)[number]): Promise<Measurement[]> {
  const of = areas.toLocaleString('nl-NL')
  const application = await openVaultWindow(await mapVault(areas))
  try {
    const shown = await firstPicture(application.page)
    const { drag, point } = await mapFrames(application.page, HAND_MS)
    const fluent = { of: 'value', must: 'at least', figure: 30, words: '≥ 30 beelden/s' } as const
    return [
      measured('scoren', `kaart van ${of} buurten, tot het eerste beeld`, { value: shown, unit: 'ms', goal: { of: 'value', must: 'at most', figure, words } }),
      measured('scoren', `kaart van ${of} buurten, vergroot en verschoven`, { value: drag, unit: 'beelden/s', goal: fluent }),
      measured('scoren', `kaart van ${of} buurten, muis eroverheen`, { value: point, unit: 'beelden/s', goal: fluent }),
    ]
  } finally {
    await application.close()
  }
}
