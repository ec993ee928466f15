import { useCallback, useEffect, useRef, useState } from 'react'
import { contract, type InputOf, type NameOfKind, type OutputOf } from '#shared/contract/index.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { onEngineEvent, startCall } from './call.ts'

export interface Pages<Row> {
  state: 'loading' | 'ready' | 'failed'
  rows: readonly Row[]
  /** rows there are in all; 0 until the first page */
  total: number
  problem: Problem | undefined
  /** loads the next page; give it to `onReachEnd` of a Table */
  more: () => void
  /** starts again at the first page */
  ask: () => void
}

export interface PagesOptions<N extends NameOfKind<'query'>, Row> {
  name: N
  /** what is paged through; another key starts again at the first page */
  key: string
  /** the input for the page after the rows that are known */
  inputOf: (known: readonly Row[]) => InputOf<N>
  pageOf: (value: OutputOf<N>) => { rows: readonly Row[]; total: number }
}

interface Known<Row> {
  state: Pages<Row>['state']
  rows: readonly Row[]
  total: number
  problem: Problem | undefined
}

/** Answers that come in pages, gathered while one scrolls. */
export function usePages<N extends NameOfKind<'query'>, Row>(options: PagesOptions<N, Row>): Pages<Row> {
  const { name, key } = options
  const newest = useRef(options)
  newest.current = options
  const [known, setKnown] = useState<Known<Row>>({ state: 'loading', rows: [], total: 0, problem: undefined })
  const [round, setRound] = useState(0)
  /** the run of pages that counts; answers to an older one are dropped */
  const run = useRef(0)
  const isBusy = useRef(false)
  const rows = useRef<readonly Row[]>([])

  const load = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    const mine = run.current
    const reply = await startCall(name, newest.current.inputOf(rows.current)).reply
    if (mine !== run.current) return
    isBusy.current = false
    if (!reply.ok) return setKnown((last) => ({ ...last, state: 'failed', problem: reply.problem }))
    const page = newest.current.pageOf(reply.value)
    rows.current = [...rows.current, ...page.rows]
    setKnown({ state: 'ready', rows: rows.current, total: page.total, problem: undefined })
  }, [name])

  useEffect(() => {
    run.current += 1
    isBusy.current = false
    rows.current = []
    setKnown((last) => ({ ...last, state: 'loading', problem: undefined }))
    void load()
  }, [load, key, round])

  const ask = useCallback(() => setRound((last) => last + 1), [])
  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.type === 'changed' && event.topics.some((topic) => contract[name].topics.includes(topic))) ask()
      }),
    [name, ask],
  )
  return { ...known, more: () => void load(), ask }
}
