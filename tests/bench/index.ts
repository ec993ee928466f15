import { parseArgs } from 'node:util'
import { groups } from './groups/index.ts'
import type { Group, Measurement, Size } from './measurement.ts'
import { removeWorkshop } from './workshop.ts'

/**
 * Measures the application against references in the same run.
 * `npm run --silent bench -- [groep…] [--omvang klein|vol] [--json]`
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, omvang: { type: 'string', default: 'klein' } },
})

const unknown = positionals.filter((name) => !groups.some((group) => group.name === name))
if (unknown.length > 0 || !isSize(values.omvang)) {
  process.stderr.write(`Gebruik: npm run --silent bench -- [groep…] [--omvang klein|vol] [--json]\nGroepen: ${[...new Set(groups.map(({ name }) => name))].join(', ')}\n`)
  process.exitCode = 2
} else {
  const wanted = positionals.length === 0 ? groups : groups.filter((group) => positionals.includes(group.name))
  try {
    for (const group of wanted) await report(group, values.omvang)
  } finally {
    await removeWorkshop()
  }
}

function isSize(word: string): word is Size {
  return word === 'klein' || word === 'vol'
}

async function report(group: Group, size: Size): Promise<void> {
  for await (const measurement of group.measure(size)) process.stdout.write(`${values.json ? JSON.stringify(measurement) : lineOf(measurement)}\n`)
}

function lineOf({ groep, naam, waarde, eenheid, referentie, verhouding, doel, gehaald }: Measurement): string {
  const against = referentie === '' ? '' : ` | ${referentie}${verhouding === null ? '' : ` | ${verhouding}×`}`
  const goal = doel === '' ? '' : ` | doel ${doel}${gehaald === null ? '' : gehaald ? ' ✓' : ' ✗'}`
  return `${groep}: ${naam}: ${waarde} ${eenheid}${against}${goal}`
}
