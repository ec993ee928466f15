import { useEffect, useEffectEvent, useMemo } from 'react'
import { createPortal } from 'react-dom'
import type { AttentionScore } from '#shared/model/score.ts'
import type { ScoreSet } from '#shared/model/scoreSet.ts'
import { formatNumber } from '#shared/text/format.ts'
import { attentionClassLabel, phenomenonLabel, scoreLevelPlural } from '#shared/text/terms.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { useSession } from '../../lib/session.tsx'
import { areasText } from '../../text/areas.ts'
import { scoresText } from '../../text/scores.ts'
import { ClassLegend } from '../Scores/ClassLegend.tsx'
import { fitTo, scaleBarMetres, type Outline } from './geometry.ts'
import { chunksOf, mapAreas, thinned, toleranceFor, unionOf, type AreaLook } from './mapChunks.ts'
import '../Scores/PrintSheet.css'
import './MapSheet.css'

const WIDTH = 640
const HEIGHT = 560
const TOP_ROWS = 15
/** at most, of the scale */
const BAR = 120

export interface MapSheetProps {
  outlines: readonly Outline[]
  /** the wijken of the municipality, for areas that do not cover it; else none */
  behind: readonly Outline[]
  lookOf: (code: string) => AreaLook
  rows: readonly AttentionScore[]
  choice: ScoreChoice
  set: ScoreSet | null
  onPrinted: () => void
}

/** The map on paper, drawn in lines so that it is sharp, with its legend and what stands on top. Prints itself once and goes. */
export function MapSheet({ outlines, behind, lookOf, rows, choice, set, onPrinted }: MapSheetProps) {
  const { status } = useSession()
  // printing is what it is there for: once, when it has come
  const print = useEffectEvent(() => {
    window.print()
    onPrinted()
  })
  useEffect(() => print(), [])
  const what = scoreLevelPlural[choice.level]
  return createPortal(
    <article className="print-sheet print-map" aria-hidden>
      <h1>{areasText.map.printTitle(phenomenonLabel[choice.phenomenon], what)}</h1>
      <Drawing outlines={outlines} behind={behind} lookOf={lookOf} />
      <ClassLegend hasUnsure attribution={areasText.map.attribution} />
      <Top rows={rows} />
      <p>
        {set && scoresText.explanation.origin(set.referenceDate, set.indicatorSet)} {scoresText.explanation.printed(status.value?.purpose?.label ?? '–')}
      </p>
    </article>,
    document.body,
  )
}

function Drawing({ outlines, behind, lookOf }: Pick<MapSheetProps, 'outlines' | 'behind' | 'lookOf'>) {
  const { paths, land, scale } = useMemo(() => {
    const [areas, rest] = [mapAreas(outlines), mapAreas(behind)]
    const place = fitTo(unionOf([...areas, ...rest].map(({ box }) => box)), WIDTH, HEIGHT, 2)
    const tolerance = toleranceFor(place.scale)
    const drawn = chunksOf(areas, lookOf, tolerance).map(({ look, rings }) => ({ look, d: rings.map((ring) => pathWords(ring, place)).join('') }))
    return { paths: drawn, scale: place.scale, land: rest.flatMap(({ outline }) => outline.rings.map((ring) => pathWords(thinned(ring, tolerance), place))).join('') }
  }, [outlines, behind, lookOf])
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="print-map-drawing">
      <pattern id="print-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" x2="0" y1="0" y2="5" className="print-map-hatch" />
      </pattern>
      <pattern id="print-dots" width="5" height="5" patternUnits="userSpaceOnUse">
        <circle cx="1.25" cy="1.25" r="0.8" className="print-map-dot" />
        <circle cx="3.75" cy="3.75" r="0.8" className="print-map-dot" />
      </pattern>
      {land !== '' && <path d={land} className="print-map-land" />}
      {paths.map(({ look, d }, i) => (
        <g key={i} fillRule="evenodd" className={land !== '' ? 'print-map-area print-map-own' : look.class === 'insufficient' ? 'print-map-area print-map-blank' : 'print-map-area'}>
          <path d={d} className={`print-map-${look.class}`} {...(look.class === 'insufficient' ? { fill: 'url(#print-hatch)' } : {})} />
          {look.isUnsure && <path d={d} fill="url(#print-dots)" />}
        </g>
      ))}
      <Bearings scale={scale} />
    </svg>
  )
}

/** How far and which way, at the foot of the drawing. @param scale pixels per metre */
function Bearings({ scale }: { scale: number }) {
  const metres = scaleBarMetres(scale, BAR)
  const width = metres * scale
  return (
    <g className="print-map-bearings">
      <path d={`M1,${HEIGHT - 7} v5 h${width.toFixed(1)} v-5`} fill="none" />
      <text x={width + 8} y={HEIGHT - 1}>{areasText.map.scale(metres)}</text>
      <path d="M10,4 l-6,14 l6,-3 l6,3 Z" />
      <text x="10" y="32" textAnchor="middle">{areasText.map.north}</text>
    </g>
  )
}

function pathWords(ring: readonly number[], { scale, x, y }: { scale: number; x: number; y: number }): string {
  let words = 'M'
  for (let i = 0; i < ring.length; i += 2) words += `${(x + scale * (ring[i] ?? 0)).toFixed(1)},${(y - scale * (ring[i + 1] ?? 0)).toFixed(1)} `
  return `${words}Z`
}

function Top({ rows }: { rows: readonly AttentionScore[] }) {
  const { columns } = scoresText
  const top = rows.filter(({ rank }) => rank !== null).slice(0, TOP_ROWS)
  return (
    <table>
      <thead>
        <tr>
          <th>{columns.rank}</th>
          <th>{areasText.map.printName}</th>
          <th>{columns.interval}</th>
          <th>{columns.class}</th>
        </tr>
      </thead>
      <tbody>
        {top.map(({ code, rank, name, score, lower, upper, class: found }) => (
          <tr key={code}>
            <td>{formatNumber(rank ?? 0)}</td>
            <td>{name}</td>
            <td>{score === null || lower === null || upper === null ? '–' : scoresText.intervalWords(score, lower, upper)}</td>
            <td>{attentionClassLabel[found]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
