import { useEffect, useEffectEvent, useMemo, useState, type RefObject } from 'react'
import { fitTo, toPixels, zoomAt, type Bounds, type Placement } from './geometry.ts'

const PADDING = 12
/** one press of plus or minus */
export const ZOOM_STEP = 1.5
const LARGEST = 40
/** px an area that is pointed at stays away from the edge */
const MARGIN = 48

export interface MapView {
  size: { width: number; height: number }
  place: Placement
  /** enlarges round a pixel, the middle unless told; never smaller than the whole */
  zoom: (factor: number, x?: number, y?: number) => void
  /** puts it there, for dragging */
  move: (place: Placement) => void
  /** the whole again */
  fit: () => void
  /** moves an enlarged map as far as needed to see a place, in RD metres */
  reveal: (point: readonly [number, number] | undefined) => void
}

/** Where the map stands on its canvas: fitted until somebody zooms or drags. @param whole all there is to see, in RD metres */
export function useMapView(canvas: RefObject<HTMLCanvasElement | null>, whole: Bounds): MapView {
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [moved, setMoved] = useState<Placement | null>(null)
  const fitted = useMemo(() => fitTo(whole, size.width, size.height, PADDING), [whole, size])
  const place = moved ?? fitted

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [canvas])

  function zoom(factor: number, x = size.width / 2, y = size.height / 2) {
    const next = zoomAt(place, factor, x, y)
    if (next.scale > fitted.scale * LARGEST) return
    setMoved(next.scale <= fitted.scale * 1.001 ? null : next)
  }
  const turn = useEffectEvent((event: WheelEvent) => {
    event.preventDefault()
    zoom(event.deltaY < 0 ? Math.sqrt(ZOOM_STEP) : 1 / Math.sqrt(ZOOM_STEP), event.offsetX, event.offsetY)
  })
  useEffect(() => {
    const element = canvas.current
    // React listens passively, and the page behind must not move along
    const hear = (event: WheelEvent) => turn(event)
    element?.addEventListener('wheel', hear, { passive: false })
    return () => element?.removeEventListener('wheel', hear)
  }, [canvas])

  function reveal(point: readonly [number, number] | undefined) {
    if (!moved || !point) return
    const [x, y] = toPixels(moved, point)
    setMoved({ ...moved, x: moved.x + inside(x, size.width), y: moved.y + inside(y, size.height) })
  }
  return { size, place, zoom, move: setMoved, fit: () => setMoved(null), reveal }
}

/** How far something must move to stand within the margins. */
function inside(at: number, length: number): number {
  if (at < MARGIN) return MARGIN - at
  return at > length - MARGIN ? length - MARGIN - at : 0
}
