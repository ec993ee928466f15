import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { InputOf, NameOfKind, OutputOf } from '#shared/contract/index.ts'
import type { EngineEvent, Progress } from '#shared/contract/events.ts'
import type { Problem, Reply } from '#shared/contract/problem.ts'
import { givenUp, onEngineEvent, startCall } from './call.ts'
import type { Way } from './engine.ts'
import { isTouched } from './procedures.ts'

export interface Pages<Row> {
  state: 'loading' | 'ready' | 'failed'
  rows: readonly Row[]
  /** rows there are in all; 0 until the first page */
  total: number
  problem: Problem | undefined
  /** how far the first page of a long query is */
  way: Way | undefined
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
  /** what the pages belong to */
  request: string
  rows: readonly Row[]
  total: number
  problem: Problem | undefined
}

/** Answers that come in pages, gathered while one scrolls. */
export function usePages<N extends NameOfKind<'query'>, Row>({ name, key, inputOf, pageOf }: PagesOptions<N, Row>): Pages<Row> {
  const [round, setRound] = useState(0)
  const [known, setKnown] = useState<Known<Row>>({ request: '', rows: [], total: 0, problem: undefined })
  const [way, setWay] = useState<(Way & { request: string }) | undefined>(undefined)
  const isBusy = useRef(false)
  const request = JSON.stringify([name, key, round])
  const ask = useCallback(() => setRound((before) => before + 1), [])

  /** the known rows with those of the next page, as long as they still belong together */
  function append(rows: readonly Row[], reply: Reply<OutputOf<N>>): void {
    setKnown((now) => {
      if (rows.length > 0 && (now.request !== request || now.rows !== rows)) return now
      if (!reply.ok) return { ...now, request, problem: reply.problem }
      const page = pageOf(reply.value)
      return { request, rows: [...rows, ...page.rows], total: page.total, problem: undefined }
    })
  }

  const begin = useEffectEvent((onProgress: (progress: Progress | undefined) => void) => startCall(name, inputOf([]), onProgress))
  const receive = useEffectEvent((reply: Reply<OutputOf<N>>) => append([], reply))
  useEffect(() => {
    let asked: string | null = request
    const end = (reply: Reply<OutputOf<N>>): void => {
      if (asked !== null) receive(reply)
      asked = null
    }
    const stop = (): void => {
      call.cancel()
      end(givenUp)
    }
    const call = begin((progress) => asked !== null && setWay(progress && { request, progress, stop }))
    void call.reply.then(end)
    return () => {
      if (asked !== null) call.cancel()
      asked = null
    }
  }, [request])

  async function more(): Promise<void> {
    if (isBusy.current || known.request !== request || known.problem || known.rows.length >= known.total) return
    isBusy.current = true
    const reply = await startCall(name, inputOf(known.rows)).reply
    isBusy.current = false
    append(known.rows, reply)
  }

  const hear = useEffectEvent((event: EngineEvent) => {
    if (event.type === 'changed' && isTouched(name, event.topics)) ask()
  })
  useEffect(() => onEngineEvent((event) => hear(event)), [])

  const state = known.request !== request ? 'loading' : known.problem ? 'failed' : 'ready'
  return { state, rows: known.rows, total: known.total, problem: state === 'failed' ? known.problem : undefined, way: state === 'loading' && way?.request === request ? way : undefined, more: () => void more(), ask }
}
