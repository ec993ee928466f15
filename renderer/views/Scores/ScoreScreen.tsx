import { BookOpenText, RefreshCw, SlidersHorizontal } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { ScoreSet } from '#shared/model/scoreSet.ts'
import { Phenomenon, type AttentionScore, type ScoreLevel, type ScoreSubject } from '#shared/model/score.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useJob, type Answer } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { useSession } from '../../lib/session.tsx'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { Answered, Waiting } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { scoresText } from '../../text/scores.ts'
import { whatIfText } from '../../text/whatIf.ts'
import { WhatIfDialog } from '../WhatIf/WhatIfDialog.tsx'
import { ExplanationPanel } from './ExplanationPanel.tsx'
import { IndicatorBook } from './IndicatorBook.tsx'
import { versionOf } from './branchCode.ts'
import './Scores.css'

export interface ScoreScreenProps {
  title: string
  subject: ScoreSubject
  /** levels to choose between, and what they are called in a count */
  levels: readonly { id: ScoreLevel; label: string; plural: string }[]
  choice: ScoreChoice
  change: (part: Partial<ScoreChoice>) => void
  set: Answer<ScoreSet | null>
  /** all rows of the level and phenomenon */
  ranking: Answer<AttentionScore[]>
  /** more choices behind the levels */
  choices?: ReactNode
  /** the version of the SBI that is looked at; absent for areas */
  version?: string
  /** the level the parent of a row stands at; null when it is not scored */
  parentLevel: ScoreLevel | null
  /** map or tree, and table */
  children: (rows: readonly AttentionScore[], isNarrow: boolean) => ReactNode
}

/** What Gebieden and Branches share: choice of phenomenon and level, state of the set, ranking, and the explanation beside it. */
export function ScoreScreen(props: ScoreScreenProps) {
  const { title, subject, levels, choice, change, choices, version, set, ranking } = props
  const [isBookOpen, setBookOpen] = useState(false)
  const [isWhatIfOpen, setWhatIfOpen] = useState(false)
  const level = levels.find(({ id }) => id === choice.level)
  const rows = useMemo(() => ranking.value?.filter(({ code }) => version === undefined || versionOf(code) === version), [ranking.value, version])
  useShortcuts(scoresText.keys.title, [
    { keys: 'I', label: scoresText.keys.indicators, run: () => setBookOpen(true) },
    ...(set.value ? [{ keys: 'W', label: scoresText.keys.whatIf, run: () => setWhatIfOpen(true) }] : []),
    ...(choice.code === '' ? [] : [{ keys: 'Esc', label: scoresText.keys.close, run: () => change({ code: '' }) }]),
  ])
  return (
    <div className="page">
      <PageHeader title={title} facts={set.value && rows && scoresText.facts(rows.map((row) => row.class), level?.plural ?? '', set.value.referenceDate, set.value.indicatorSet)}>
        <Segmented
          label={scoresText.phenomenon}
          options={Phenomenon.options.map((id) => ({ id, label: phenomenonLabel[id] }))}
          value={choice.phenomenon}
          onChange={(phenomenon) => change({ phenomenon })}
        />
        <Segmented label={scoresText.level} options={levels} value={choice.level} onChange={(id) => change({ level: id, code: '' })} />
        {choices}
        <Button variant="quiet" icon={BookOpenText} keys="I" onPress={() => setBookOpen(true)}>
          {scoresText.indicators}
        </Button>
        {set.value && (
          <Button variant="quiet" icon={SlidersHorizontal} keys="W" onPress={() => setWhatIfOpen(true)}>
            {whatIfText.open}
          </Button>
        )}
      </PageHeader>
      <Answered answer={set}>
        {(found) => (
          <State set={found}>
            {ranking.state === 'failed' && <ProblemNotice problem={ranking.problem} onRetry={ranking.ask} />}
            {found && ranking.state !== 'failed' && (rows ? <Ranking {...props} rows={rows} /> : <Waiting />)}
          </State>
        )}
      </Answered>
      <IndicatorBook phenomenon={choice.phenomenon} subject={subject} isOpen={isBookOpen} onClose={() => setBookOpen(false)} />
      {isWhatIfOpen && <WhatIfDialog choice={choice} subject={subject} onClose={() => setWhatIfOpen(false)} />}
    </div>
  )
}

/** No scores yet, scores that are out of date, scores being computed. */
function State({ set, children }: { set: ScoreSet | null; children: ReactNode }) {
  const { may } = useSession()
  const running = useJob('score.run')
  const run = (variant: 'primary' | 'normal') =>
    may('score.run') && running.state !== 'running' ? (
      <Button variant={variant} icon={RefreshCw} onPress={() => void running.run({})}>
        {set === null ? scoresText.run : scoresText.runAgain}
      </Button>
    ) : undefined
  return (
    <>
      {running.state === 'running' && <ProgressBar progress={running.progress} onCancel={running.cancel} />}
      {running.problem && running.state === 'failed' && <ProblemNotice problem={running.problem} />}
      {set === null && (
        <EmptyState title={scoresText.none.title} action={run('primary')}>
          {scoresText.none.why}
        </EmptyState>
      )}
      {set?.isStale === true && running.state !== 'running' && (
        <Notice>
          <div className="score-stale">
            <span>{scoresText.stale}</span>
            {run('normal')}
          </div>
        </Notice>
      )}
      {children}
    </>
  )
}

function Ranking({ subject, choice, change, parentLevel, children, rows }: ScoreScreenProps & { rows: readonly AttentionScore[] }) {
  const open = rows.find(({ code }) => code === choice.code)
  return (
    <div className={`score-grid score-grid-${subject}${open ? ' score-grid-open' : ''}`}>
      {children(rows, open !== undefined)}
      {open && (
        <ExplanationPanel
          key={[choice.phenomenon, choice.level, open.code].join(' ')}
          choice={choice}
          name={open.name}
          scored={rows.filter(({ rank }) => rank !== null).length}
          onClose={() => change({ code: '' })}
          onOpen={change}
          onOpenParent={parentLevel === null ? undefined : (code) => change({ level: parentLevel, code })}
        />
      )}
    </div>
  )
}
