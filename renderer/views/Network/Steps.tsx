import { networkText } from '../../text/network.ts'
import { act } from './networkStore.ts'
import type { Workspace } from './workspace.ts'

/** All that was done, newest first; every moment can be gone back to, and forward again. */
export function Steps({ workspace }: { workspace: Workspace }) {
  const steps = workspace.steps.map((step, at) => ({ ...step, at })).toReversed()
  return (
    <div className="steps">
      <p className="small soft">{networkText.steps.why}</p>
      <ol className="steps-list" aria-label={networkText.panel.steps} reversed>
        {steps.map(({ label, at }) => (
          <li key={at}>
            <button type="button" className={at > workspace.at ? 'step step-undone' : 'step'} aria-current={at === workspace.at ? 'step' : undefined} onClick={() => act({ type: 'jump', at })}>
              <span>{label}</span>
              {at === workspace.at && <span className="small soft nowrap">{networkText.steps.now}</span>}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
