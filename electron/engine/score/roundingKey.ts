import type { CallContext } from '../context.ts'
import { readMeta } from '../store/meta.ts'

const DEMO_KEY = 'de'.repeat(32)

/**
 * What decides where counts are rounded: a secret of the vault. Nobody is hidden in a demo vault, and the same municipality has to
 * show the same in every vault, so there it is the same for all.
 */
export function roundingKeyOf({ store, hashKey }: Pick<CallContext, 'store' | 'hashKey'>): string {
  return readMeta(store, 'is-demo') === 'true' ? DEMO_KEY : hashKey
}
