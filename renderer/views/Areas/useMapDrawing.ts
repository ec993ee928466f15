import { useEffect, useMemo, useState, type RefObject } from 'react'
import { useTheme } from '../../lib/theme.ts'
import { landOf, pathsOf } from './drawMap.ts'
import { chunksOf, toleranceFor, type AreaLook, type MapArea } from './mapChunks.ts'
import { readMapColours } from './mapColours.ts'
import { keepingPicture } from './mapPicture.ts'
import type { MapView } from './useMapView.ts'

export interface MapLook {
  lookOf: (code: string) => AreaLook
  selected: string
  pointed: string
}

/** Draws the map on its canvas whenever something it shows has changed, at most once per frame. */
export function useMapDrawing(canvas: RefObject<HTMLCanvasElement | null>, areas: ReadonlyMap<string, MapArea>, land: readonly MapArea[], { size, place }: MapView, { lookOf, selected, pointed }: MapLook): void {
  const theme = useTheme()
  const [drawMap] = useState(keepingPicture)
  const tolerance = toleranceFor(place.scale)
  // made when it is first drawn: paths are dear, and moving needs none
  const pathsAt = useMemo(() => once(() => pathsOf(chunksOf([...areas.values()], lookOf, tolerance))), [areas, lookOf, tolerance])
  const landAt = useMemo(() => once(() => landOf(land, tolerance)), [land, tolerance])
  const areaWidth = useMemo(() => medianWidth([...areas.values()]), [areas])
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (!pen || size.width === 0) return
    const sheet = { pen, ...size, pixelRatio: window.devicePixelRatio }
    const marked = { selected: areas.get(selected), pointed: areas.get(pointed) }
    const frame = requestAnimationFrame(() => drawMap(sheet, { paths: pathsAt(), land: landAt(), areaWidth }, place, marked, readMapColours(theme)))
    return () => cancelAnimationFrame(frame)
  }, [canvas, drawMap, areas, pathsAt, landAt, areaWidth, place, size, selected, pointed, theme])
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function medianWidth(areas: readonly MapArea[]): number {
  const widths = areas.map(({ box }) => box.maxX - box.minX).toSorted((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 0
}
