import type { Writer } from '../../electron/engine/store/database.ts'
import { fillLargeTown } from './largeTown.ts'
import { withStore } from './store.ts'
import { benchEngine } from './workshop.ts'

const CORNERS = 40

/** A scored vault with so many buurten, whose outlines have as many corners as those of Statistics Netherlands. @returns its file */
export async function mapVault(areas: number): Promise<string> {
  const vault = await benchEngine(`kaart-${areas}`)
  await withStore(vault, (store) => {
    fillLargeTown(store, { areas, addresses: 15 * areas, companies: 2 * areas, facts: 15 * areas })
    store.write(roughenOutlines)
  })
  await vault.ask('purpose.set', { id: 'riec-casus', caseNumber: 'meetbank' })
  await vault.ask('score.run', {})
  await vault.ask('vault.lock', {})
  return vault.file
}

/** Squares become outlines with a bend in every stretch; neighbours no longer fit exactly, which drawing does not mind. */
function roughenOutlines(writer: Writer): void {
  const update = writer.prepare('UPDATE area SET rings = ? WHERE id = ?')
  for (const { id, minX, minY, maxX, maxY } of writer.all<{ id: number; minX: number; minY: number; maxX: number; maxY: number }>(
    'SELECT id, min_x AS minX, min_y AS minY, max_x AS maxX, max_y AS maxY FROM area',
  )) {
    const [x, y, radius] = [(minX + maxX) / 2, (minY + maxY) / 2, (maxX - minX) / 2]
    const ring = Array.from({ length: CORNERS }, (_, i) => {
      const [angle, reach] = [(2 * Math.PI * i) / CORNERS, radius * (i % 2 === 0 ? 1 : 0.93)]
      return [Math.round(x + reach * Math.cos(angle)), Math.round(y + reach * Math.sin(angle))]
    })
    update(JSON.stringify([ring.flat()]), id)
  }
}
