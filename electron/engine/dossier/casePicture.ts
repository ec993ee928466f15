import type { NetworkPicture } from '#shared/model/network.ts'
import { plainView } from '#shared/model/networkView.ts'
import type { CallContext } from '../context.ts'
import { updateCasePicture } from '../store/cases.ts'
import { addViewVersion } from '../store/views.ts'
import { readPicture } from './followed.ts'
import { requireOpenCase } from './openCase.ts'

/** The saved view under which the pictures a case had before are kept, each as a version. */
const FORMER = 'Eerder beeld van de casus'

/**
 * Puts a newer picture in a case. The one that stood there stays, as the newest version of a saved view of the case; the same
 * picture again changes nothing.
 * @returns the version under which the former one is kept, null when there was none or it is the same
 * @throws ProblemError `not-found`, `case-closed`
 */
export function replacePicture({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, id: number, picture: NetworkPicture): { kept: number | null } {
  const row = requireOpenCase(store, id)
  if (row.picture === JSON.stringify(picture)) return { kept: null }
  const former = readPicture(store, row.picture)
  return store.write((writer) => {
    updateCasePicture(writer, id, JSON.stringify(picture), keysOf(picture), now)
    if (former.nodes.length === 0) return { kept: null }
    const { version } = addViewVersion(writer, id, FORMER, { at: now, by: actor.name, content: JSON.stringify(plainView(row.title, former)) })
    return { kept: version }
  })
}

/** The entities a picture is about. */
export function keysOf(picture: NetworkPicture): string[] {
  return [...new Set(picture.nodes.map(({ key }) => key))]
}
