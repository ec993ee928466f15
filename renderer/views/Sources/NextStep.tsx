import { Waypoints } from 'lucide-react'
import { useRef } from 'react'
import { useJob } from '../../lib/engine.ts'
import { useKeptFocus } from '../../lib/keptFocus.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { LinkRemarks } from '../../parts/LinkRemarks.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { sourcesText } from '../../text/sources.ts'

const text = sourcesText.next

/** After the rows are in: link them, with which findings are looked for anew, and compute the scores. */
export function NextStep() {
  const { may, go } = useSession()
  const linking = useJob('link.run')
  const scoring = useJob('score.run')
  const running = [linking, scoring].find(({ state }) => state === 'running')
  const problem = linking.problem ?? scoring.problem
  const body = useRef<HTMLDivElement>(null)
  useKeptFocus(body, `${linking.state} ${scoring.state}`)
  if (!may('link.run')) return null

  async function run() {
    const linked = await linking.run({})
    if (linked.ok) await scoring.run({})
  }

  return (
    <Card title={text.title}>
      <div className="sources-next" ref={body} tabIndex={-1} role="group" aria-label={text.title}>
        <p className="soft">{text.why}</p>
        {problem && <ProblemNotice problem={problem} />}
        {running && <ProgressBar progress={running.progress} onCancel={running.cancel} />}
        {!running && scoring.state === 'ready' && <p>{text.done}</p>}
        {!running && <LinkRemarks />}
        {!running && (
          <div className="sources-deeds">
            {scoring.state === 'ready' && may('finding.list') && <Button onPress={() => go({ screen: 'findings', subject: '' })}>{text.toFindings}</Button>}
            {scoring.state === 'ready' && <Button onPress={() => go({ screen: 'overview', subject: '' })}>{text.toOverview}</Button>}
            <Button variant={scoring.state === 'ready' ? 'normal' : 'primary'} icon={Waypoints} onPress={() => void run()}>
              {text.run}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
