import { useState } from 'react'
import type { Problem } from '#shared/contract/problem.ts'
import type { NetworkView, NetworkViewContent } from '#shared/model/networkView.ts'
import { startCall } from '../../lib/call.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { tell } from '../../parts/toasts.tsx'
import { viewsText as text } from '../../text/networkViews.ts'

/** The saved views of a case: open one, and while the case is open go back to an older version, put one away and bring it back. */
export function ViewsCard({ caseId, isClosed }: { caseId: number; isClosed: boolean }) {
  const answer = useAnswer('view.list', { caseId })
  const [bringBack, bringing] = useCommand('view.restore')
  return (
    <Card title={text.title}>
      <Answered answer={answer}>
        {(views) => (
          <div className="case-views">
            {views.every(({ isRemoved }) => isRemoved) && <p className="soft">{text.none}</p>}
            {views.filter(({ isRemoved }) => !isRemoved).map((view) => <SavedView key={view.id} caseId={caseId} isClosed={isClosed} view={view} />)}
            {views.some(({ isRemoved }) => isRemoved) && <h3 className="soft">{text.removedTitle}</h3>}
            {views.filter(({ isRemoved }) => isRemoved).map(({ id, name }) => (
              <div key={id} className="case-view">
                <span className="soft">{name}</span>
                {!isClosed && (
                  <Button variant="quiet" aria-label={text.bringBackThis(name)} onPress={() => void bringBack({ id }).then(({ ok }) => ok && tell(text.broughtBack(name)))}>
                    {text.bringBack}
                  </Button>
                )}
              </div>
            ))}
            {bringing.problem && <ProblemNotice problem={bringing.problem} />}
          </div>
        )}
      </Answered>
    </Card>
  )
}

function SavedView({ caseId, isClosed, view: { id, name, versions } }: { caseId: number; isClosed: boolean; view: NetworkView }) {
  const { openViewInNetwork } = useSession()
  const [save, saving] = useCommand('view.save')
  const [remove, removing] = useCommand('view.remove')
  const [bringBack] = useCommand('view.restore')
  const [problem, setProblem] = useState<Problem>()
  const [newest, ...older] = versions

  /** a version is read when it is wanted: each time is a line in the log */
  async function withVersion(version: number, use: (content: NetworkViewContent) => void) {
    const reply = await startCall('view.get', { id, version }).reply
    setProblem(reply.ok ? undefined : reply.problem)
    if (reply.ok) use(reply.value)
  }
  const open = (version: number) => void withVersion(version, (content) => openViewInNetwork({ caseId, name, content }))
  const restore = (version: number) =>
    void withVersion(version, (content) => void save({ caseId, name, content }).then((reply) => reply.ok && tell(text.restored(name, version, reply.value.version))))
  async function putAway() {
    const reply = await remove({ id })
    if (reply.ok) tell(text.removed(name), async () => (await bringBack({ id })).ok)
  }

  const trouble = problem ?? saving.problem ?? removing.problem
  if (!newest) return null
  return (
    <div className="case-view-part">
      <div className="case-view">
        <div>
          <strong>{name}</strong>
          <p className="small soft">{text.newest(newest.version, newest.at, newest.by)}</p>
        </div>
        <span className="case-view-buttons">
          <Button aria-label={text.openThis(name, newest.version)} onPress={() => open(newest.version)}>{text.open}</Button>
          {!isClosed && <Button variant="quiet" aria-label={text.removeThis(name)} onPress={() => void putAway()}>{text.remove}</Button>}
        </span>
      </div>
      {older.length > 0 && (
        <details>
          <summary className="small">{text.history(older.length)}</summary>
          {older.map(({ version, at, by }) => (
            <div key={version} className="case-view">
              <span className="small soft">{text.newest(version, at, by)}</span>
              <span className="case-view-buttons">
                <Button variant="quiet" aria-label={text.openThis(name, version)} onPress={() => open(version)}>{text.open}</Button>
                {!isClosed && <Button variant="quiet" aria-label={text.restoreThis(name, version)} onPress={() => restore(version)}>{text.restore}</Button>}
              </span>
            </div>
          ))}
        </details>
      )}
      {trouble && <ProblemNotice problem={trouble} />}
    </div>
  )
}
