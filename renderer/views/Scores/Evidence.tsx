import type { EvidenceRow } from '#shared/model/score.ts'
import { formatDate } from '#shared/text/format.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { usePages } from '../../lib/pages.ts'
import { OnItsWay, Waiting } from '../../parts/Answered.tsx'
import { byNumber, byText, type Column } from '../../parts/columns.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { Table } from '../../parts/Table.tsx'
import { scoresText } from '../../text/scores.ts'

const text = scoresText.evidence
const PAGE = 200

export interface EvidenceProps {
  choice: ScoreChoice
  indicator: string
  label: string
  name: string
  isStale: boolean
  /** whether rows count for less with age */
  isFaded: boolean
  onClose: () => void
}

/** The rows one indicator counted, each with the way to its line in the delivered file. */
export function Evidence({ choice, indicator, label, name, isStale, isFaded, onClose }: EvidenceProps) {
  const pages = usePages<'score.evidence', EvidenceRow>({
    name: 'score.evidence',
    key: [choice.level, choice.phenomenon, choice.code, indicator].join(' '),
    inputOf: (known) => ({ ...choice, indicator, offset: known.length, limit: PAGE }),
    pageOf: ({ rows, total }) => ({ rows, total }),
  })
  return (
    <Dialog title={text.title(label, name)} isOpen onClose={onClose} width="large">
      <p className="score-evidence-head small soft">
        {text.loaded(pages.rows.length, pages.total)}. {isStale ? text.stale : text.why}
      </p>
      <div className="score-evidence">
        {pages.state === 'loading' && (pages.way ? <OnItsWay way={pages.way} /> : <Waiting />)}
        {pages.problem && <ProblemNotice problem={pages.problem} onRetry={pages.ask} />}
        {pages.state === 'ready' && (
          <Table
            label={text.title(label, name)}
            columns={isFaded ? columns.toSpliced(1, 0, countsColumn) : columns}
            rows={pages.rows}
            total={pages.total}
            onReachEnd={pages.more}
            rowKey={({ source, text: words, date }) => `${source.recordId} ${words} ${date ?? ''}`}
            empty={text.none}
          />
        )}
      </div>
    </Dialog>
  )
}

const countsColumn: Column<EvidenceRow> = { id: 'counts', heading: text.columns.counts, text: ({ counts }) => text.counts(counts), isNumeric: true, width: 84, compare: byNumber(({ counts }) => counts) }

const columns: readonly Column<EvidenceRow>[] = [
  { id: 'date', heading: text.columns.date, text: ({ date }) => (date === null ? text.noDate : formatDate(date)), compare: byText(({ date }) => date ?? '') },
  { id: 'text', heading: text.columns.text, text: ({ text: words }) => words, grow: 1.4, width: 180, compare: byText(({ text: words }) => words) },
  { id: 'place', heading: text.columns.place, text: ({ place }) => place || text.noPlace, grow: 1.2, width: 180, compare: byText(({ place }) => place) },
  { id: 'file', heading: text.columns.file, text: ({ source }) => source.file, grow: 1, width: 140, compare: byText(({ source }) => source.file) },
  {
    id: 'source', heading: text.columns.source, text: ({ source }) => `rij ${source.row}`, width: 92, compare: byNumber(({ source }) => source.row),
    cell: ({ source }) => <SourceLink source={source} isShort />,
  },
]
