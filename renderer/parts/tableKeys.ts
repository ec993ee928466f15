/** Which rows are chosen, by row key. */
export interface RowSelection {
  keys: ReadonlySet<string>
  onChange: (keys: ReadonlySet<string>) => void
}

/** Where a key leads from a row; null when the key does not move. */
export function rowStep(key: string, index: number, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }
  const step = steps[key]
  return step === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, step))
}

/** A click chooses one row; with Ctrl, or Space, it adds or takes away. */
export function nextSelection(keys: ReadonlySet<string>, key: string, isAdding: boolean): ReadonlySet<string> {
  if (!isAdding) return new Set([key])
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
