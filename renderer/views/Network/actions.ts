import type { ActionContext } from './actionContext.ts'
import { changeActions } from './actionsChange.ts'
import { chooseActions } from './actionsChoose.ts'
import { shapeActions } from './actionsShape.ts'
import { viewActions } from './actionsView.ts'

export type ActionId = keyof ReturnType<typeof networkActions>

/** Everything that can be done now; the one list from which toolbar, menus and keys are made. */
export function networkActions(context: ActionContext) {
  return { ...changeActions(context), ...chooseActions(context), ...shapeActions(context), ...viewActions(context) }
}
