import { Link2, Sigma, type LucideIcon } from 'lucide-react'
import type { JobName } from '../../lib/jobStore.ts'
import { useJob } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { LinkRemarks } from '../../parts/LinkRemarks.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { overviewText } from '../../text/overview.ts'

const text = overviewText.work

/** The two steps that turn deliveries into a picture. */
export function WorkCard() {
  const { may } = useSession()
  return (
    <Card title={text.title}>
      <div className="overview-work">
        {may('link.run') && <Work name="link.run" icon={Link2} title={text.link} why={text.linkWhy} />}
        {may('score.run') && <Work name="score.run" icon={Sigma} title={text.score} why={text.scoreWhy} />}
      </div>
      <LinkRemarks />
    </Card>
  )
}

interface WorkProps {
  name: JobName & ('link.run' | 'score.run')
  icon: LucideIcon
  title: string
  why: string
}

function Work({ name, icon, title, why }: WorkProps) {
  const job = useJob(name)
  const isRunning = job.state === 'running'
  return (
    <section className="overview-step" aria-label={title}>
      <div className="overview-step-words">
        <h3>{title}</h3>
        <p className="soft small">{why}</p>
      </div>
      {!isRunning && (
        <Button icon={icon} aria-label={text.startOf(title)} onPress={() => void job.run({})}>
          {text.start}
        </Button>
      )}
      {isRunning && <ProgressBar progress={job.progress} onCancel={job.cancel} />}
      {job.problem && <ProblemNotice problem={job.problem} />}
    </section>
  )
}
