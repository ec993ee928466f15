import type { Group } from '../measurement.ts'
import { addresses } from './addresses.ts'
import { cases } from './cases.ts'
import { linking } from './linking.ts'
import { mainJob } from './mainJob.ts'
import { network } from './network.ts'
import { networkWindow } from './networkWindow.ts'
import { scoreMap } from './scoreMap.ts'
import { scores } from './scores.ts'
import { scoresCountry } from './scoresCountry.ts'
import { search } from './search.ts'
import { sources } from './sources.ts'
import { start } from './start.ts'
import { vault } from './vault.ts'

/** In this order; the first ones have the machine to themselves, the last ones share one demo vault. */
export const groups: readonly Group[] = [start, mainJob, vault, sources, search, addresses, linking, network, networkWindow, scoreMap, scoresCountry, scores, cases]
