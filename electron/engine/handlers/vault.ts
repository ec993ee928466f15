import { purposeChoices } from './session.ts'
import type { Handlers } from './types.ts'

export const vaultHandlers: Handlers<'purpose.list'> = {
  'purpose.list': (context) => purposeChoices().filter((one) => one.roles.some((role) => context.actor.roles.includes(role))),
}
