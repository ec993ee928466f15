import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { formatNumber } from '#shared/text/format.ts'
import { runTrial, trialsIn, type TrialOutcome } from '../../engine/link/trial/index.ts'
import { UsageError, userPath, type Io, type Outcome } from '../io.ts'

/** Where the reference sets stand beside the project. */
const BESIDE = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data')

/**
 * Links the reference sets in a folder and prints the tables of confusion; nothing is written.
 * @throws UsageError when no set is found
 */
export async function linkTrial(folder: string | undefined, io: Io): Promise<Outcome> {
  const path = folder === undefined ? BESIDE : userPath(io, folder)
  const names = existsSync(path) ? trialsIn(path) : []
  if (names.length === 0) throw new UsageError(`In ${path} staan geen referentieverzamelingen; geef met --toets de map waarin zij staan.`)
  const outcomes: TrialOutcome[] = []
  for (const name of names) outcomes.push(await runTrial(path, name))
  return { data: { sets: outcomes.map(dataOf) }, text: outcomes.flatMap(linesOf) }
}

function dataOf({ name, records, truePairs, compared, reach, rules, automatic, even, unseen, equality, published }: TrialOutcome): Record<string, unknown> {
  return {
    set: name, records, ware_paren: truePairs, vergeleken: compared, bereik: reach,
    sleutels: rules.map(({ label, pairs, skippedBlocks, skippedRecords }) => ({ sleutel: label, paren: pairs, overgeslagen_blokken: skippedBlocks, records_daarin: skippedRecords })),
    zonder_mens: automatic, gelijke_kans: even, ongeziene_helft: unseen, alleen_gelijke_rijen: equality, gepubliceerd: published.map(({ by, f1 }) => ({ door: by, f1 })),
  }
}

function linesOf({ name, records, truePairs, compared, reach, automatic, even, unseen, equality, published }: TrialOutcome): string[] {
  const quality = (title: string, { pairs, clusters }: TrialOutcome['even']): string[] => [
    `  ${title}: F1 ${share(pairs.f1)}, precisie ${share(pairs.precision)}, recall ${share(pairs.recall)}; hele clusters F1 ${share(clusters.f1)}, B³ F1 ${share(clusters.bCubedF1)}`,
    `    gekoppeld: ${formatNumber(pairs.truePositive)} terecht, ${formatNumber(pairs.falsePositive)} onterecht; niet gekoppeld: ${formatNumber(pairs.falseNegative)} gemist, ${formatNumber(pairs.trueNegative)} terecht`,
  ]
  return [
    `${name}: ${formatNumber(records)} records, ${formatNumber(truePairs)} ware paren; ${formatNumber(compared)} paren vergeleken, bereik ${share(reach)}`,
    ...quality('meer kans dan niet', even),
    ...quality('zonder mens', automatic),
    ...(unseen ? quality('de helft waarop de gewichten niet zijn geteld', unseen) : []),
    `  alleen geheel gelijke rijen: F1 ${share(equality.f1)}, recall ${share(equality.recall)}`,
    ...published.map(({ by, f1 }) => `  gepubliceerd door anderen: F1 ${share(f1)} (${by})`),
  ]
}

function share(value: number): string {
  return value.toFixed(4).replace('.', ',')
}
