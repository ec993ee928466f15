import { startJob } from '../../lib/jobStore.ts'
import { isSettingUp } from '../../lib/setup.ts'
import { createStore } from '../../lib/store.ts'

/** How many addresses the demo vault in the making gets; for a second attempt. */
export const demoAddresses = createStore(0)

/** the same municipality for everyone who looks round */
const seed = 7

/** Fills the new vault and lets the window go on to the overview when that is done. */
export async function fillDemo(addresses: number): Promise<void> {
  demoAddresses.set(addresses)
  const reply = await startJob('demo.fill', { addresses, seed })
  if (reply.ok) isSettingUp.set(false)
}
