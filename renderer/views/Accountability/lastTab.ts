import { createStore } from '../../lib/store.ts'
import type { accountabilityText } from '../../text/accountability.ts'

export type TabName = keyof typeof accountabilityText.tabs

/** The part that was looked at last; who sends somebody to a part sets it first. */
export const lastTab = createStore<TabName>('log')
