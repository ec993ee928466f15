import { useId, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { EntityKey } from '#shared/model/entity.ts'
import { nextNode, type Direction } from '../../graph/direction.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { mapText } from '../../text/networkTime.ts'
import { select } from './networkStore.ts'
import type { Selection } from './selection.ts'
import type { Visible } from './visible.ts'

type Extent = 'shown' | 'whole'

const arrows: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
const extents = [{ id: 'shown', label: mapText.shown }, { id: 'whole', label: mapText.whole }] as const
/** metres around what is shown, at least */
const AROUND = 150

interface Spot {
  id: EntityKey
  label: string
  x: number
  y: number
  isFaded: boolean
}

/** Where the addresses of the picture lie, with the same selection; what is chosen elsewhere shows at which addresses it is. */
export function NetworkMap({ visible, selection }: { visible: Visible; selection: Selection }) {
  const keys = useMemo(() => visible.nodes.filter(({ kind }) => kind === 'address').map(({ key }) => key).toSorted(), [visible.nodes])
  const places = useAnswer('network.places', { keys })
  const outlines = useAnswer('area.map', { level: 'buurt' })
  return (
    <div className="network-map">
      <Answered answer={places}>
        {(found) => {
          const at = new Map(found.map((place) => [place.key, place]))
          const spots = visible.nodes.flatMap(({ key, label }): Spot[] => {
            const place = at.get(key)
            return place ? [{ id: key, label, x: place.x, y: -place.y, isFaded: !visible.insideNodes.has(key) }] : []
          })
          return <Drawn spots={spots} without={keys.length - spots.length} areas={outlines.value ?? []} visible={visible} selection={selection} />
        }}
      </Answered>
    </div>
  )
}

interface DrawnProps {
  spots: readonly Spot[]
  without: number
  areas: readonly { code: string; rings: readonly (readonly number[])[] }[]
  visible: Visible
  selection: Selection
}

function Drawn({ spots, without, areas, visible, selection }: DrawnProps) {
  const [extent, setExtent] = useState<Extent>('shown')
  const optionId = useId()
  const paths = useMemo(() => areas.map(({ code, rings }) => ({ code, d: rings.map(pathOf).join('') })), [areas])
  const box = boxOf(extent === 'shown' && spots.length > 0 ? spots : areas.flatMap(({ rings }) => rings.flatMap(pointsOf)))
  const unit = Math.max(box.width, box.height) / 100
  const linked = linkedTo(visible, selection)
  const chosen = spots.filter(({ id }) => selection.has(id))
  const [only] = chosen.length === 1 ? chosen : []

  function press(event: KeyboardEvent) {
    const direction = arrows[event.key]
    const next = direction && nextNode(spots, only?.id ?? null, direction)
    if (next == null) return
    event.preventDefault()
    select(new Set([next]))
  }

  function click(event: MouseEvent) {
    const id = event.target instanceof Element ? event.target.closest('[data-key]')?.getAttribute('data-key') : null
    if (id == null) return select(new Set())
    select(event.ctrlKey || event.shiftKey ? new Set([...selection, id]) : new Set([id]))
  }

  return (
    <>
      <div className="network-map-head">
        <Segmented label={mapText.extent} options={extents} value={extent} onChange={setExtent} />
        <span className="small soft" role="status">{mapText.facts(spots.length, without)}</span>
      </div>
      {/* a list to the keyboard and to screen readers; the tables say the same */}
      <div className="network-map-field" role="listbox" aria-label={mapText.label(spots.length)} aria-activedescendant={optionId} tabIndex={0} onKeyDown={press} onClick={click}>
        <svg viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} preserveAspectRatio="xMidYMid meet" aria-hidden>
          {paths.map(({ code, d }) => <path key={code} d={d} className="map-area" strokeWidth={unit * 0.15} />)}
          {spots.map(({ id, label, x, y, isFaded }) => (
            <g key={id} data-key={id} className={isFaded ? 'map-spot map-faded' : 'map-spot'} data-selected={selection.has(id) || undefined} data-linked={linked.has(id) || undefined}>
              <title>{label}</title>
              {(selection.has(id) || linked.has(id)) && <circle cx={x} cy={y} r={unit * 1.7} className="map-ring" strokeWidth={unit * 0.4} />}
              <rect x={x - unit * 0.8} y={y - unit * 0.8} width={unit * 1.6} height={unit * 1.6} rx={unit * 0.25} strokeWidth={unit * 0.25} />
              {selection.has(id) && <text x={x} y={y + unit * 3.6} fontSize={unit * 2} textAnchor="middle">{label}</text>}
            </g>
          ))}
        </svg>
        <span id={optionId} className="unseen" role="option" aria-selected={only !== undefined}>
          {only?.label ?? mapText.none}
        </span>
      </div>
    </>
  )
}

/** The addresses one link away from what is chosen. */
function linkedTo({ links }: Visible, selection: Selection): Set<string> {
  return new Set(links.flatMap(({ from, to }) => (selection.has(from) ? [to] : selection.has(to) ? [from] : [])))
}

function pointsOf(ring: readonly number[]): { x: number; y: number }[] {
  return Array.from({ length: ring.length / 2 }, (_, index) => ({ x: ring[2 * index] ?? 0, y: -(ring[2 * index + 1] ?? 0) }))
}

function pathOf(ring: readonly number[]): string {
  return `M${pointsOf(ring).map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join('L')}Z`
}

function boxOf(points: readonly { x: number; y: number }[]): { x: number; y: number; width: number; height: number } {
  if (points.length === 0) return { x: 0, y: 0, width: 1, height: 1 }
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)]
  const around = Math.max(AROUND, 0.06 * Math.max(right - left, bottom - top))
  return { x: left - around, y: top - around, width: right - left + 2 * around, height: bottom - top + 2 * around }
}
