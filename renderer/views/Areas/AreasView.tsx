import { useMemo } from 'react'
import { AreaLevel, OwnAreaLevel, type AttentionScore } from '#shared/model/score.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { Card } from '../../parts/Card.tsx'
import { Table } from '../../parts/Table.tsx'
import { useWideWindow } from '../../lib/wideWindow.ts'
import type { ViewProps } from '../../screens.ts'
import { areasText } from '../../text/areas.ts'
import { screenLabel } from '../../text/frame.ts'
import { scoresText } from '../../text/scores.ts'
import { useScoreChoice } from '../Scores/choice.ts'
import { axisOf } from '../Scores/IntervalBar.tsx'
import { nameColumn, scoreColumns } from '../Scores/scoreColumns.tsx'
import { ScoreScreen } from '../Scores/ScoreScreen.tsx'
import { useRanking, useScoreSet } from '../Scores/useRanking.ts'
import type { Outline } from './geometry.ts'
import { MapCard } from './MapCard.tsx'

const nothing: readonly Outline[] = []

/** Areas by attention score: map and ranking side by side, and the explanation of one. */
export function AreasView({ subject }: ViewProps) {
  const [choice, change] = useScoreChoice(subject, AreaLevel.options)
  const level = AreaLevel.options.find((one) => one === choice.level) ?? 'buurt'
  const set = useScoreSet()
  // areas of one's own only where they were listed
  const levels = AreaLevel.options.filter((id) => id === 'buurt' || id === 'wijk' || id === level || set.value?.counts.some((one) => one.level === id))
  const outlines = useAnswer('area.map', { level })
  // areas of one's own do not cover the municipality
  const isOwn = OwnAreaLevel.safeParse(level).success
  const wijken = useAnswer('area.map', { level: 'wijk' }, { enabled: isOwn })
  const behind = isOwn ? (wijken.value ?? nothing) : nothing
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
          <MapCard outlines={outlines} behind={behind} rows={rows} level={level} choice={choice} set={set.value ?? null} onSelect={(code) => change({ code })} />
          <Card isFlush isTall>
            <RankedAreas rows={rows} level={level} choice={choice} isNarrow={isNarrow} onOpen={(code) => change({ code })} />
          </Card>
        </>
      )}
    </ScoreScreen>
  )
}

interface RankedAreasProps {
  rows: readonly AttentionScore[]
  level: AreaLevel
  choice: ScoreChoice
  isNarrow: boolean
  onOpen: (code: string) => void
}

function RankedAreas({ rows, level, choice, isNarrow, onOpen }: RankedAreasProps) {
  const isWide = useWideWindow()
  const columns = useMemo(() => {
    const name = nameColumn(areasText.columns.name[level])
    const exposure = choice.phenomenon === 'witwassen' ? areasText.columns.locations : areasText.columns.addresses
    return scoreColumns({ named: [name], exposure, axis: axisOf(rows), isNarrow, isWide, hasPeers: true })
  }, [rows, level, choice.phenomenon, isNarrow, isWide])
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
