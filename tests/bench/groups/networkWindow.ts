import { layoutNetwork } from '../../../electron/engine/graph/index.ts'
import { onVirtualScreen } from '../../../scripts/setup/display.ts'
import { findRuntime } from '../../../electron/cli/runtime.ts'
import { layoutLines } from '#shared/picture/bundles.ts'
import { aNetwork } from '../../fixtures/picture.ts'
import { companiesOf, drawnVault } from '../drawnVault.ts'
import { measured, type Group, type Measurement } from '../measurement.ts'
import { begin, drawAll, framesWhileMoving, heapAfterTables, WARM } from '../networkWindow.ts'
import { openVaultWindow } from '../vaultWindow.ts'

const HAND_MS = 3000
const TABLES = 50
const warmed = `na ${WARM} netwerken vooraf`

/** The network in the real window: drawing, moving, memory; and how much a picture changes when one node comes in. */
export const networkWindow: Group = {
  name: 'netwerk',
  async *measure() {
    yield shiftOfOneNode()
    if (findRuntime() === null) return void process.stderr.write('netwerk: venster overgeslagen, er is geen Electron op deze computer\n')
    for (const part of [smallWindow, largeWindow]) yield* await onVirtualScreen((screen) => (Object.assign(process.env, screen), part()))
  },
}

async function smallWindow(): Promise<Measurement[]> {
  const application = await openVaultWindow(await drawnVault(500, 1500))
  try {
    await begin(application.page, 1)
    const { drawn, held, refined } = await drawAll(application.page, 500)
    const { first, last } = await heapAfterTables(application.page, TABLES, companiesOf(500).slice(0, 7))
    return [
      measured('netwerk', 'venster: 500 knopen en 1.500 verbindingen getekend', { value: drawn, unit: 'ms', goal: { of: 'value', must: 'at most', figure: 1000, words: '≤ 1 s' } }),
      measured('netwerk', 'venster: dezelfde met de hand te pakken', { value: held, unit: 'ms' }),
      measured('netwerk', 'venster: dezelfde verfijnd', { value: refined, unit: 'ms', goal: { of: 'value', must: 'at most', figure: 3000, words: '≤ 3 s' } }),
      measured('netwerk', `venster: geheugen na ${TABLES} netwerken openen en sluiten`, {
        value: last.made + last.compiled, unit: 'MB', reference: { name: warmed, value: first.made + first.compiled }, goal: { of: 'ratio', must: 'at most', figure: 1.05, words: '≤ 1,05×' },
      }),
      measured('netwerk', 'venster: waarvan wat het script maakte', { value: last.made, unit: 'MB', reference: { name: warmed, value: first.made } }),
    ]
  } finally {
    await application.close()
  }
}

async function largeWindow(): Promise<Measurement[]> {
  const application = await openVaultWindow(await drawnVault(2000, 3000))
  try {
    await begin(application.page, 1)
    const { drawn, held } = await drawAll(application.page, 2000)
    const { drag, wheel } = await framesWhileMoving(application.page, HAND_MS)
    const goal = { of: 'value', must: 'at least', figure: 30, words: '≥ 30 beelden/s' } as const
    return [
      measured('netwerk', 'venster: 2.000 knopen en 3.000 verbindingen getekend', { value: drawn, unit: 'ms' }),
      measured('netwerk', 'venster: dezelfde met de hand te pakken', { value: held, unit: 'ms' }),
      measured('netwerk', 'venster: verschuiven van 2.000 knopen en 3.000 verbindingen', { value: drag, unit: 'beelden/s', goal }),
      measured('netwerk', 'venster: in- en uitzoomen van 2.000 knopen en 3.000 verbindingen', { value: wheel, unit: 'beelden/s', goal }),
    ]
  } finally {
    await application.close()
  }
}

/** How far what stands moves on average when the last node comes in, as a share of the width of the picture. */
function shiftOfOneNode(): Measurement {
  const { nodes, links } = aNetwork(400)
  const known = nodes.slice(0, -1)
  const keys = new Set(known.map(({ key }) => key))
  const ask = (some: typeof nodes, place: (key: string) => { x: number; y: number } | undefined) =>
    layoutNetwork(
      some.map(({ key, label }) => ({ key, label, x: place(key)?.x ?? null, y: place(key)?.y ?? null, pinned: false })),
      layoutLines(links.filter(({ from, to }) => some.some(({ key }) => key === from) && some.some(({ key }) => key === to))),
    )
  const before = new Map(ask(known, () => undefined).map((place) => [place.key, place]))
  const after = ask(nodes, (key) => before.get(key)).filter(({ key }) => keys.has(key))
  const moves = after.map(({ key, x, y }) => Math.hypot(x - (before.get(key)?.x ?? x), y - (before.get(key)?.y ?? y)))
  const width = Math.max(...after.map(({ x }) => x)) - Math.min(...after.map(({ x }) => x))
  return measured('netwerk', 'verschuiving van 399 knopen als er één bij komt, gemiddeld', {
    value: (100 * moves.reduce((sum, move) => sum + move, 0)) / moves.length / width, unit: '% van de breedte',
    goal: { of: 'value', must: 'at most', figure: 5, words: '< 5 %' },
  })
}
