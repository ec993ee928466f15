import type { LinkFilter, Network } from '#shared/model/network.ts'
import { NetworkViewContent, type NetworkView } from '#shared/model/networkView.ts'
import { EntityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../context.ts'
import { commonGround } from '../graph/index.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { ProblemError } from '../problem.ts'
import { caseSubjects, findCaseRow } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'
import { withFollowedKeys } from '../store/entityFollowed.ts'
import { addViewVersion, caseOfView, findView, setViewRemoved, viewVersions } from '../store/views.ts'
import { joined } from './followed.ts'
import { requireOpenCase } from './openCase.ts'

/** The saved views of a case with their versions, removed ones too. @throws ProblemError `not-found` */
export function listViews({ store }: Pick<CallContext, 'store'>, caseId: number): NetworkView[] {
  requireCase(store, caseId)
  const byView = Map.groupBy(viewVersions(store, caseId), ({ id }) => id)
  return [...byView].map(([id, versions]) => ({ id, name: versions[0]?.name ?? '', isRemoved: versions[0]?.isRemoved === 1, versions: versions.map(({ version, at, by }) => ({ version, at, by })) }))
}

/** A version of a view as it was saved; entities that were joined since are shown as the one they are. @throws ProblemError `not-found` */
export function readView({ store }: Pick<CallContext, 'store'>, id: number, version: number | null): NetworkViewContent {
  const row = findView(store, id, version)
  if (!row) throw new ProblemError('not-found')
  return asJoined(NetworkViewContent.parse(JSON.parse(withFollowedKeys(store, row.content))))
}

/** Entities that became one stand once, also in groups; what was supposed between them is gone. */
function asJoined(content: NetworkViewContent): NetworkViewContent {
  return {
    ...content,
    picture: joined(content.picture),
    hidden: [...new Set(content.hidden)],
    groups: content.groups.map((group) => ({ ...group, members: [...new Set(group.members)] })),
    hypotheses: content.hypotheses.filter(({ from, to }) => from !== to),
  }
}

/** Adds a version; what is written by hand loses anything that could be a BSN. @throws ProblemError `not-found`, `case-closed` */
export function saveView({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, caseId: number, name: string, content: NetworkViewContent): { id: number; version: number } {
  requireOpenCase(store, caseId)
  const masked = <T extends { text: string }>(own: readonly T[]) => own.map((one) => ({ ...one, text: maskBsn(one.text) }))
  const kept = { ...content, title: maskBsn(content.title), notes: masked(content.notes), hypotheses: masked(content.hypotheses) }
  return store.write((writer) => addViewVersion(writer, caseId, maskBsn(name), { at: now, by: actor.name, content: JSON.stringify(kept) }))
}

/** Puts a view aside with all its versions. @throws ProblemError `not-found`, `case-closed` */
export function removeView({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, id: number): void {
  requireOpenCaseOf(store, id)
  if (!store.write((writer) => setViewRemoved(writer, id, { at: now, by: actor.name }))) throw new ProblemError('not-found')
}

/** Brings a removed view back as it was. @throws ProblemError `not-found`, `case-closed` */
export function restoreView({ store }: Pick<CallContext, 'store'>, id: number): void {
  requireOpenCaseOf(store, id)
  if (!store.write((writer) => setViewRemoved(writer, id, null))) throw new ProblemError('not-found')
}

/** What two cases have in common, in their subjects and one step from them. @throws ProblemError `not-found` */
export function compareCases(context: Pick<CallContext, 'store' | 'now'>, first: number, second: number, filter: LinkFilter): Network & { shared: EntityKey[]; between: EntityKey[] } {
  const subjects = (id: number) => {
    requireCase(context.store, id)
    return caseSubjects(context.store, id).map((key) => EntityKey.parse(key))
  }
  return commonGround(context, subjects(first), subjects(second), filter)
}

function requireOpenCaseOf(store: Reader, viewId: number): void {
  const caseId = caseOfView(store, viewId)
  if (caseId === null) throw new ProblemError('not-found')
  requireOpenCase(store, caseId)
}

function requireCase(store: Reader, id: number): void {
  if (!findCaseRow(store, id)) throw new ProblemError('not-found')
}
