import { cellsOf, headings, writeLines } from './files/signals.ts'
import { placeSignals } from './largeTown.ts'
import { withStore } from './store.ts'
import type { BenchEngine } from './workshop.ts'

let taken = 0

/** Takes one signal of hennep in through the contract; it then lies where linking would have put it: at an address with one company. */
export async function takeInSignal(vault: BenchEngine): Promise<void> {
  taken += 1
  const file = vault.grant(writeLines(`signaal-${taken}.csv`, headings, 1, () => cellsOf(taken).map((cell, i) => (i === 3 || i === 4 ? '01-09-2026' : cell))))
  const { sheets } = await vault.ask('sources.inspect', { file })
  const wanted = sheets.flatMap(({ proposal }) => (proposal ? [{ ...proposal, supplier: 'Meetbank', follows: null }] : []))
  await vault.ask('sources.import', { file, sheets: wanted })
  await withStore(vault, placeSignals)
}
