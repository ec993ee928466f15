import { useEffect, useMemo, type RefObject } from 'react'
import { useTheme } from '../../lib/theme.ts'
import { drawMap, mapAreas, readMapColours, type MapLook } from './drawMap.ts'
import type { Outline } from './geometry.ts'
import type { MapView } from './useMapView.ts'

/** Draws the map on its canvas whenever something it shows has changed, at most once per frame. */
export function useMapDrawing(canvas: RefObject<HTMLCanvasElement | null>, outlines: readonly Outline[], { size, place }: MapView, { classOf, selected, pointed }: MapLook): void {
  const theme = useTheme()
  const areas = useMemo(() => mapAreas(outlines), [outlines])
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (!pen || size.width === 0) return
    const sheet = { pen, ...size, pixelRatio: window.devicePixelRatio }
    const frame = requestAnimationFrame(() => drawMap(sheet, areas, place, { classOf, selected, pointed }, readMapColours(theme)))
    return () => cancelAnimationFrame(frame)
  }, [canvas, areas, place, size, classOf, selected, pointed, theme])
}
