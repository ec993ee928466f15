import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ComparedScore, SetSummary } from '#shared/model/scoreSet.ts'
import { formatNumber, formatSigned } from '#shared/text/format.ts'
import { attentionClassLabel } from '#shared/text/terms.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { byNumber, byText, type Column } from '../../parts/columns.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Select } from '../../parts/Select.tsx'
import { Table } from '../../parts/Table.tsx'
import { tell } from '../../parts/toasts.tsx'
import { partsText } from '../../text/parts.ts'
import { whatIfText } from '../../text/whatIf.ts'
import { ClassPill } from '../Scores/ClassPill.tsx'

const text = whatIfText.compare

export interface CompareSetsProps {
  /** newest first */
  sets: readonly SetSummary[]
  choice: ScoreChoice
  /** the set to begin with */
  first: number | null
}

/** The official set beside another, as both are shown in lists. */
export function CompareSets({ sets, choice, first }: CompareSetsProps) {
  const official = sets.find(({ kind }) => kind === 'official')
  const others = sets.filter((set) => set !== official).toSorted((a, b) => Number(b.kind === 'what-if') - Number(a.kind === 'what-if'))
  const [wanted, setWanted] = useState(first)
  const set = others.find(({ id }) => id === wanted) ?? others[0]
  if (!set) return <EmptyState title={text.none.title}>{text.none.why}</EmptyState>
  return (
    <div className="what-if-compare">
      <div className="what-if-choice">
        <Select
          label={text.set}
          options={others.map((one) => ({ id: String(one.id), label: text.name(one), description: `${text.kinds[one.kind]}: ${text.about(one)}` }))}
          value={String(set.id)}
          onChange={(id) => setWanted(Number(id))}
        />
        {set.kind === 'what-if' && <DropButton key={set.id} id={set.id} />}
      </div>
      <Comparison key={set.id} set={set} choice={choice} />
    </div>
  )
}

/** Pressed twice before anything goes. */
function DropButton({ id }: { id: number }) {
  const { may } = useSession()
  const [drop, dropping] = useCommand('score.dropWhatIf')
  const [isSure, setSure] = useState(false)
  if (!may('score.dropWhatIf')) return null
  const run = async () => {
    const reply = await drop({ id })
    if (reply.ok) tell(text.dropped)
  }
  return (
    <div className="what-if-drop">
      {dropping.problem && <ProblemNotice problem={dropping.problem} />}
      {isSure ? (
        <>
          <Button onPress={() => setSure(false)}>{partsText.cancel}</Button>
          <Button variant="danger" isDisabled={dropping.state === 'running'} onPress={() => void run()}>
            {text.dropSure}
          </Button>
        </>
      ) : (
        <Button variant="quiet" icon={Trash2} onPress={() => setSure(true)}>
          {text.drop}
        </Button>
      )}
    </div>
  )
}

function Comparison({ set, choice: { level, phenomenon } }: { set: SetSummary; choice: ScoreChoice }) {
  const answer = useAnswer('score.compare', { id: set.id, level, phenomenon })
  const [shown, setShown] = useState<'all' | 'changed'>('all')
  return (
    <Answered answer={answer}>
      {(rows) => {
        const changed = rows.filter((row) => row.class !== row.otherClass)
        return (
          <>
            <Segmented
              label={text.filter}
              options={[{ id: 'all', label: text.all(rows.length) }, { id: 'changed', label: text.changed(changed.length) }]}
              value={shown}
              onChange={setShown}
            />
            <div className="what-if-table">
              <Table label={text.table(text.name(set))} columns={columns} rows={shown === 'all' ? rows : changed} rowKey={({ code }) => code} empty={text.unchanged} />
            </div>
            <p className="small soft">{text.reading}</p>
          </>
        )
      }}
    </Answered>
  )
}

/** The class; marked where it is to catch the eye. Without enough data there is no score, and the dash beside it says so. */
function Class({ of, isMarked }: { of: ComparedScore['class']; isMarked: boolean }) {
  if (of === 'insufficient') return <span className="faint">{text.insufficient}</span>
  return isMarked ? <ClassPill of={of} /> : <span className="soft">{attentionClassLabel[of]}</span>
}

const headings = text.columns
const figure = (value: number | null, decimals: number) => (value === null ? '–' : formatNumber(value, decimals))
/** Places up in the other set; null when either has none. */
const shiftOf = ({ rank, otherRank }: ComparedScore) => (rank === null || otherRank === null ? null : rank - otherRank)

const columns: readonly Column<ComparedScore>[] = [
  { id: 'rank', heading: headings.rank, text: ({ rank }) => figure(rank, 0), isNumeric: true, width: 44, compare: byNumber(({ rank }) => rank) },
  { id: 'name', heading: headings.name, text: ({ name }) => name, grow: 1, width: 150, compare: byText(({ name }) => name) },
  { id: 'score', heading: headings.score, text: ({ score }) => figure(score, 2), isNumeric: true, width: 64, compare: byNumber(({ score }) => score) },
  { id: 'class', heading: headings.class, text: ({ class: found }) => attentionClassLabel[found], width: 104, cell: ({ class: found }) => <Class of={found} isMarked /> },
  { id: 'otherRank', heading: headings.otherRank, text: ({ otherRank }) => figure(otherRank, 0), isNumeric: true, width: 72, compare: byNumber(({ otherRank }) => otherRank) },
  { id: 'otherScore', heading: headings.otherScore, text: ({ otherScore }) => figure(otherScore, 2), isNumeric: true, width: 74, compare: byNumber(({ otherScore }) => otherScore) },
  {
    id: 'otherClass', heading: headings.otherClass, text: ({ otherClass }) => attentionClassLabel[otherClass], width: 104,
    cell: ({ class: found, otherClass }) => <Class of={otherClass} isMarked={found !== otherClass} />,
  },
  {
    id: 'shift', heading: headings.shift, isNumeric: true, width: 80, compare: byNumber((row) => shiftOf(row)),
    text: (row) => {
      const shift = shiftOf(row)
      return shift === null || shift === 0 ? '' : formatSigned(shift, 0)
    },
  },
]
