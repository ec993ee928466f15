import { Maximize, Minus, Plus, Printer } from 'lucide-react'
import { useId, useMemo, useRef, useState } from 'react'
import { IconButton } from '../../parts/IconButton.tsx'
import { areasText } from '../../text/areas.ts'
import { contains, neighbourOf, scaleBarMetres, toMetres, toPixels, type Direction, type Outline, type Placement } from './geometry.ts'
import { mapAreas, unionOf, type AreaLook, type MapArea } from './mapChunks.ts'
import { useMapDrawing } from './useMapDrawing.ts'
import { useMapView, ZOOM_STEP, type MapView } from './useMapView.ts'
import './AreaMap.css'

export interface AreaMapProps {
  label: string
  outlines: readonly Outline[]
  /** the wijken of the municipality, for areas that do not cover it; else none */
  behind: readonly Outline[]
  lookOf: (code: string) => AreaLook
  /** name, class and score of an area, for the label at the mouse and for screen readers */
  wordsOf: (code: string) => string
  selected: string
  onSelect: (code: string) => void
  onPrint: () => void
}

const text = areasText.map
const directions: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

/** Areas coloured by class, dotted where the score is uncertain. Drawn on one canvas in RD metres: moving and zooming is a change of placement. */
export function AreaMap({ label, outlines, behind, lookOf, wordsOf, selected, onSelect, onPrint }: AreaMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const areas = useMemo(() => new Map(mapAreas(outlines).map((area) => [area.outline.code, area])), [outlines])
  const land = useMemo(() => mapAreas(behind), [behind])
  const whole = useMemo(() => unionOf([...areas.values(), ...land].map(({ box }) => box)), [areas, land])
  const view = useMapView(canvas, whole)
  const [pointed, setPointed] = useState('')
  const [isKeyed, setKeyed] = useState(false)
  useMapDrawing(canvas, areas, land, view, { lookOf, selected, pointed })
  const optionId = useId()
  const current = pointed || selected || (outlines[0]?.code ?? '')
  const mouse = useMouse(view, areas, onSelect, (code) => {
    setKeyed(false)
    setPointed(code)
  })

  function press(event: React.KeyboardEvent) {
    const direction = directions[event.key]
    if (direction) {
      const next = pointed === '' && selected === '' ? current : (neighbourOf(areas, current, direction) ?? current)
      setKeyed(true)
      setPointed(next)
      view.reveal(areas.get(next)?.centre)
    } else if ((event.key === 'Enter' || event.key === ' ') && current !== '') onSelect(current)
    else if (event.key === '+' || event.key === '=') view.zoom(ZOOM_STEP)
    else if (event.key === '-') view.zoom(1 / ZOOM_STEP)
    else if (event.key === '0') view.fit()
    else return
    event.preventDefault()
  }

  const shown = pointed === '' ? '' : wordsOf(pointed)
  return (
    <div className="area-map">
      {/* a list to the keyboard and to screen readers; the table beside it says the same */}
      <div
        className="area-map-field"
        role="listbox"
        aria-label={label}
        aria-activedescendant={optionId}
        tabIndex={0}
        onKeyDown={press}
        onBlur={() => setPointed('')}
      >
        <canvas ref={canvas} className="area-map-canvas" aria-hidden {...mouse} onPointerLeave={() => !isKeyed && setPointed('')} />
        <span id={optionId} className="unseen" role="option" aria-selected={current === selected}>
          {wordsOf(current)}
        </span>
      </div>
      {shown !== '' && (
        <div className="area-map-label" style={labelPlace(areas.get(pointed)?.centre, view)} aria-hidden>
          {shown}
        </div>
      )}
      <div className="area-map-north" aria-hidden>
        <span className="area-map-arrow" />
        {text.north}
      </div>
      <div className="area-map-zoom">
        <IconButton label={text.zoomIn} icon={Plus} onPress={() => view.zoom(ZOOM_STEP)} />
        <IconButton label={text.zoomOut} icon={Minus} onPress={() => view.zoom(1 / ZOOM_STEP)} />
        <IconButton label={text.fit} icon={Maximize} onPress={view.fit} />
        <IconButton label={text.print} icon={Printer} onPress={onPrint} />
      </div>
      <ScaleBar place={view.place} />
    </div>
  )
}

/** pixels one may move before a press is a drag */
const STILL = 4

/** Click selects, dragging moves, pointing names. */
function useMouse(view: MapView, areas: ReadonlyMap<string, MapArea>, onSelect: (code: string) => void, onPoint: (code: string) => void) {
  const drag = useRef<{ x: number; y: number; place: Placement; isDrag: boolean } | null>(null)
  const areaAt = ({ nativeEvent: { offsetX, offsetY } }: React.PointerEvent): string => {
    const [x, y] = toMetres(view.place, offsetX, offsetY)
    for (const { outline, box } of areas.values()) {
      if (x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY && contains(outline.rings, x, y)) return outline.code
    }
    return ''
  }
  return {
    onPointerDown: (event: React.PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { x: event.clientX, y: event.clientY, place: view.place, isDrag: false }
    },
    onPointerMove: (event: React.PointerEvent) => {
      const held = drag.current
      if (held) {
        const [dx, dy] = [event.clientX - held.x, event.clientY - held.y]
        held.isDrag ||= Math.hypot(dx, dy) > STILL
        if (held.isDrag) view.move({ ...held.place, x: held.place.x + dx, y: held.place.y + dy })
      }
      onPoint(areaAt(event))
    },
    onPointerUp: (event: React.PointerEvent) => {
      const wasDrag = drag.current?.isDrag === true
      drag.current = null
      const code = areaAt(event)
      if (!wasDrag && code !== '') onSelect(code)
    },
  }
}

/** px */
const BAR = 96

function ScaleBar({ place }: { place: Placement }) {
  const metres = scaleBarMetres(place.scale, BAR)
  return (
    <div className="area-map-foot" aria-hidden>
      <span className="area-map-scale" style={{ width: metres * place.scale }} />
      {text.scale(metres)}
    </div>
  )
}

/** Above the middle of the area, kept within the map. */
function labelPlace(centre: readonly [number, number] | undefined, { place, size }: MapView): { left: number; top: number } {
  const [x, y] = centre ? toPixels(place, centre) : [0, 0]
  return { left: Math.min(size.width - 100, Math.max(100, x)), top: Math.min(size.height - 12, Math.max(40, y - 10)) }
}
