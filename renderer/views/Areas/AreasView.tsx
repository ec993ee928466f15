import { useCallback, useMemo } from 'react'
import type { AttentionScore } from '#shared/model/score.ts'
import { formatNumber } from '#shared/text/format.ts'
import { attentionClassLabel, phenomenonLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/routes.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { byText, type Column } from '../../parts/columns.ts'
import { Table } from '../../parts/Table.tsx'
import type { ViewProps } from '../../screens.ts'
import { areasText } from '../../text/areas.ts'
import { screenLabel } from '../../text/frame.ts'
import { scoresText } from '../../text/scores.ts'
import { useScoreChoice } from '../Scores/choice.ts'
import { ClassLegend } from '../Scores/ClassLegend.tsx'
import { axisOf } from '../Scores/IntervalBar.tsx'
import { scoreColumns } from '../Scores/scoreColumns.tsx'
import { ScoreScreen } from '../Scores/ScoreScreen.tsx'
import { useRanking, useScoreSet } from '../Scores/useRanking.ts'
import { AreaMap } from './AreaMap.tsx'

type AreaLevel = 'buurt' | 'wijk'
const levels = ['buurt', 'wijk'] as const

/** Buurten and wijken by attention score: map and ranking side by side, and the explanation of one. */
export function AreasView({ subject }: ViewProps) {
  const [choice, change] = useScoreChoice(subject, levels)
  const level: AreaLevel = choice.level === 'wijk' ? 'wijk' : 'buurt'
  const set = useScoreSet()
  const ranking = useRanking(set, level, choice.phenomenon)
  return (
    <ScoreScreen
      title={screenLabel.areas}
      subject="area"
      levels={levels.map((id) => ({ id, label: areasText.levels[id], plural: areasText.plural[id] }))}
      choice={choice}
      change={change}
      set={set}
      ranking={ranking}
      parentLevel={level === 'buurt' ? 'wijk' : null}
    >
      {(rows, isNarrow) => (
        <>
          <MapCard rows={rows} level={level} choice={choice} onSelect={(code) => change({ code })} />
          <Card isFlush isTall>
            <RankedAreas rows={rows} level={level} choice={choice} isNarrow={isNarrow} onOpen={(code) => change({ code })} />
          </Card>
        </>
      )}
    </ScoreScreen>
  )
}

function MapCard({ rows, level, choice, onSelect }: { rows: readonly AttentionScore[]; level: AreaLevel; choice: ScoreChoice; onSelect: (code: string) => void }) {
  const outlines = useAnswer('area.map', { level })
  const byCode = useMemo(() => new Map(rows.map((row) => [row.code, row])), [rows])
  const classOf = useCallback((code: string) => byCode.get(code)?.class, [byCode])
  return (
    <Card isFlush isTall>
      <Answered answer={outlines}>
        {(areas) =>
          areas.length === 0 ? (
            <p className="table-empty">{areasText.map.none}</p>
          ) : (
            <AreaMap
              label={areasText.map.label(areasText.plural[level])}
              outlines={areas}
              classOf={classOf}
              wordsOf={(code) => wordsOf(byCode.get(code), areas.find((area) => area.code === code)?.name ?? code)}
              selected={choice.code}
              onSelect={onSelect}
            />
          )
        }
      </Answered>
      <ClassLegend attribution={areasText.map.attribution} />
    </Card>
  )
}

function wordsOf(row: AttentionScore | undefined, name: string): string {
  if (!row) return name
  const figure = row.score === null ? '' : ` · ${formatNumber(row.score, 2)}`
  return `${name}\n${attentionClassLabel[row.class]}${figure}`
}

interface RankedAreasProps {
  rows: readonly AttentionScore[]
  level: AreaLevel
  choice: ScoreChoice
  isNarrow: boolean
  onOpen: (code: string) => void
}

function RankedAreas({ rows, level, choice, isNarrow, onOpen }: RankedAreasProps) {
  const columns = useMemo(() => {
    const name: Column<AttentionScore> = { id: 'name', heading: areasText.columns.name[level], text: (row) => row.name, grow: 1.4, width: 132, compare: byText((row) => row.name) }
    const exposure = choice.phenomenon === 'witwassen' ? areasText.columns.locations : areasText.columns.addresses
    return scoreColumns({ named: [name], exposure, axis: axisOf(rows), isNarrow, hasPeers: true })
  }, [rows, level, choice.phenomenon, isNarrow])
  return (
    <>
      <Table
        key={`${choice.phenomenon} ${level}`}
        label={areasText.table(areasText.plural[level], phenomenonLabel[choice.phenomenon])}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        openKey={choice.code}
        onOpen={(row) => onOpen(row.code)}
      />
      <p className="score-foot">{scoresText.reading}</p>
    </>
  )
}
