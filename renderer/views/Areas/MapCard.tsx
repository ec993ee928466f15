import { useCallback, useMemo, useState } from 'react'
import type { AreaLevel, AttentionScore } from '#shared/model/score.ts'
import type { ScoreSet } from '#shared/model/scoreSet.ts'
import { attentionClassLabel } from '#shared/text/terms.ts'
import type { Answer } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { areasText } from '../../text/areas.ts'
import { scoresText } from '../../text/scores.ts'
import { ClassLegend } from '../Scores/ClassLegend.tsx'
import { isUnsure } from '../Scores/uncertainty.ts'
import { AreaMap } from './AreaMap.tsx'
import type { Outline } from './geometry.ts'
import type { AreaLook } from './mapChunks.ts'
import { MapSheet } from './MapSheet.tsx'

export interface MapCardProps {
  /** asked beside the scores, not after them */
  outlines: Answer<Outline[]>
  /** the wijken of the municipality, for areas that do not cover it; else none */
  behind: readonly Outline[]
  rows: readonly AttentionScore[]
  level: AreaLevel
  choice: ScoreChoice
  set: ScoreSet | null
  onSelect: (code: string) => void
}

const unknown: AreaLook = { class: 'insufficient', isUnsure: false }

/** The map with its legend, and the sheet that is printed of it. */
export function MapCard({ outlines, behind, rows, level, choice, set, onSelect }: MapCardProps) {
  const [isPrinting, setPrinting] = useState(false)
  const byCode = useMemo(() => new Map(rows.map((row) => [row.code, row])), [rows])
  const looks = useMemo(() => new Map(rows.map((row) => [row.code, { class: row.class, isUnsure: isUnsure(row) }])), [rows])
  const names = useMemo(() => new Map(outlines.value?.map(({ code, name }) => [code, name])), [outlines.value])
  const lookOf = useCallback((code: string) => looks.get(code) ?? unknown, [looks])
  return (
    <Card isFlush isTall>
      <Answered answer={outlines}>
        {(areas) =>
          areas.length === 0 ? (
            <p className="table-empty">{areasText.map.none}</p>
          ) : (
            <>
              <AreaMap
                key={level}
                label={areasText.map.label(areasText.plural[level])}
                outlines={areas}
                behind={behind}
                lookOf={lookOf}
                wordsOf={(code) => wordsOf(byCode.get(code), names.get(code) ?? code)}
                selected={choice.code}
                onSelect={onSelect}
                onPrint={() => setPrinting(true)}
              />
              {isPrinting && <MapSheet outlines={areas} behind={behind} lookOf={lookOf} rows={rows} choice={choice} set={set} onPrinted={() => setPrinting(false)} />}
            </>
          )
        }
      </Answered>
      <ClassLegend hasUnsure attribution={areasText.map.attribution} />
    </Card>
  )
}

function wordsOf(row: AttentionScore | undefined, name: string): string {
  if (!row) return name
  const { score, lower, upper } = row
  const figure = score === null || lower === null || upper === null ? '' : ` · ${scoresText.intervalWords(score, lower, upper)}`
  return `${name}\n${attentionClassLabel[row.class]}${figure}${isUnsure(row) ? `\n${areasText.map.unsure}` : ''}`
}
