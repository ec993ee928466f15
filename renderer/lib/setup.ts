import { createStore } from './store.ts'

/** True from making a demo vault until it is filled: the vault is open already, but there is nothing to see in it yet. */
export const isSettingUp = createStore(false)
