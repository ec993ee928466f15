import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { awaitingPurpose, purposeGate, settlePurpose } from '../../../renderer/lib/call.ts'
import { useAnswer, useCommand, useJob, useRunningJobs } from '../../../renderer/lib/engine.ts'
import { isTouched, knowProcedures } from '../../../renderer/lib/procedures.ts'
import { resetStores } from '../../../renderer/lib/store.ts'
import { FakeProblem, fakeEngine, install, type FakeAnswers, type FakeEngine } from '../fakeEngine.ts'
import { openStatus } from '../municipality.ts'

beforeEach(() => {
  settlePurpose(false)
  resetStores()
})

function withEngine(answers: FakeAnswers): FakeEngine {
  const engine = fakeEngine(answers)
  install(engine)
  return engine
}

function verification(lines: number) {
  return { lines, intact: true, brokenAt: null, clockBackAt: null, anchor: 'equal' as const, head: null, isHeadSound: true, lastHash: '' }
}

it('takes any change for one that touches an answer until the frame has brought the contract', () => {
  expect(isTouched('vault.status', ['cases'])).toBe(true)
  knowProcedures(contract)
  expect(isTouched('vault.status', ['cases'])).toBe(false)
})

describe('useAnswer', () => {
  it('asks again when a topic it reads is announced, and keeps the old value meanwhile', async () => {
    let lines = 1
    const engine = withEngine({ 'vault.status': () => ({ ...openStatus, log: { lines: lines++, intact: true } }) })
    const { result } = renderHook(() => useAnswer('vault.status', {}))
    expect(result.current).toMatchObject({ state: 'loading', value: undefined })
    await waitFor(() => expect(result.current.value?.log?.lines).toBe(1))
    act(() => engine.announce({ type: 'changed', topics: ['cases'] }))
    expect(result.current.state).toBe('ready')
    act(() => engine.announce({ type: 'changed', topics: ['sources'] }))
    expect(result.current).toMatchObject({ state: 'loading', value: { log: { lines: 1 } } })
    await waitFor(() => expect(result.current.value?.log?.lines).toBe(2))
  })

  it('drops the answer to an input that is no longer asked for, and cancels its call', async () => {
    const cancelled: string[] = []
    const engine = withEngine({
      'search.suggest': async ({ text }, call) => {
        if (text !== 'oud') return { hits: [{ key: 'company:1', kind: 'company', title: text, subtitle: '', tier: 'exact' }] }
        await call.cancelled
        cancelled.push(text)
        return { hits: [] }
      },
    })
    const { result, rerender } = renderHook(({ text }) => useAnswer('search.suggest', { text, kinds: [], limit: 5 }), { initialProps: { text: 'oud' } })
    await waitFor(() => expect(engine.calls).toHaveLength(1))
    rerender({ text: 'nieuw' })
    await waitFor(() => expect(result.current.value?.hits[0]?.title).toBe('nieuw'))
    await waitFor(() => expect(cancelled).toEqual(['oud']))
    expect(result.current.value?.hits[0]?.title).toBe('nieuw')
  })

  it('asks nothing while it is not enabled', () => {
    const engine = withEngine({})
    renderHook(() => useAnswer('case.list', {}, { enabled: false }))
    expect(engine.calls).toEqual([])
  })

  it('reports a problem and can be asked again', async () => {
    let isBroken = true
    withEngine({
      'case.list': () => {
        if (isBroken) throw new FakeProblem('internal')
        return []
      },
    })
    const { result } = renderHook(() => useAnswer('case.list', {}))
    await waitFor(() => expect(result.current.problem?.code).toBe('internal'))
    isBroken = false
    act(() => result.current.ask())
    await waitFor(() => expect(result.current).toMatchObject({ state: 'ready', value: [] }))
  })
})

describe('a call without a fitting purpose', () => {
  function withPurposeNeeded(): FakeEngine {
    let isFirst = true
    return withEngine({
      'case.list': () => {
        if (!isFirst) return []
        isFirst = false
        throw new FakeProblem('purpose-unfit', { purpose: 'Gebiedsbeeld' })
      },
    })
  }

  it('waits for the dialog and is asked once more', async () => {
    const engine = withPurposeNeeded()
    const { result } = renderHook(() => useAnswer('case.list', {}))
    await waitFor(() => expect(purposeGate.get()).toMatchObject({ isOpen: true, problem: { code: 'purpose-unfit' } }))
    expect(result.current.state).toBe('loading')
    act(() => settlePurpose(true))
    await waitFor(() => expect(result.current.state).toBe('ready'))
    expect(engine.calls).toHaveLength(2)
  })

  it('fails when no purpose is chosen, and comes back when one is chosen later', async () => {
    const engine = withPurposeNeeded()
    const { result } = renderHook(() => useAnswer('case.list', {}))
    await waitFor(() => expect(purposeGate.get().isOpen).toBe(true))
    act(() => settlePurpose(false))
    await waitFor(() => expect(result.current.problem?.code).toBe('purpose-unfit'))
    act(() => engine.announce({ type: 'changed', topics: ['purpose'] }))
    await waitFor(() => expect(result.current.state).toBe('ready'))
  })
})

describe('a job without a fitting purpose', () => {
  it('says that it waits for one to be chosen, and begins anew after that', async () => {
    const { promise: verified, resolve: verify } = Promise.withResolvers<void>()
    let isFirst = true
    withEngine({
      'audit.verify': async () => {
        if (!isFirst) return verified.then(() => verification(3))
        isFirst = false
        throw new FakeProblem('purpose-missing')
      },
    })
    const { result } = renderHook(() => useJob('audit.verify'))
    act(() => void result.current.run({}))
    await waitFor(() => expect(result.current).toMatchObject({ state: 'running', progress: awaitingPurpose }))
    act(() => settlePurpose(true))
    await waitFor(() => expect(result.current).toMatchObject({ state: 'running', progress: undefined }))
    verify()
    await waitFor(() => expect(result.current).toMatchObject({ state: 'ready', value: { lines: 3 } }))
  })
})

describe('useCommand', () => {
  it('resolves to the reply and shows the problem', async () => {
    withEngine({
      'vault.open': ({ passphrase }) => {
        if (passphrase !== 'goed') throw new FakeProblem('vault-wrong-passphrase')
        return openStatus
      },
    })
    const { result } = renderHook(() => useCommand('vault.open'))
    await act(async () => expect(await result.current[0]({ file: 't', passphrase: 'fout' })).toMatchObject({ ok: false }))
    expect(result.current[1]).toMatchObject({ state: 'failed', problem: { code: 'vault-wrong-passphrase' } })
    await act(async () => expect(await result.current[0]({ file: 't', passphrase: 'goed' })).toMatchObject({ ok: true }))
    expect(result.current[1]).toEqual({ state: 'idle', problem: undefined })
  })
})

describe('useJob', () => {
  it('goes on when its screen is left, with progress for whoever looks', async () => {
    let finish: () => void = () => undefined
    withEngine({
      'audit.verify': (_input, call) => {
        call.progress({ step: 'Regels lezen', done: 10, total: 40 })
        return new Promise((resolve) => (finish = () => resolve(verification(40))))
      },
    })
    const first = renderHook(() => useJob('audit.verify'))
    act(() => void first.result.current.run({}))
    await waitFor(() => expect(first.result.current).toMatchObject({ state: 'running', progress: { done: 10 } }))
    first.unmount()
    const bar = renderHook(() => useRunningJobs())
    expect(bar.result.current.map((job) => job.name)).toEqual(['audit.verify'])
    const second = renderHook(() => useJob('audit.verify'))
    expect(second.result.current.state).toBe('running')
    act(() => finish())
    await waitFor(() => expect(second.result.current).toMatchObject({ state: 'ready', value: { lines: 40 } }))
    expect(bar.result.current).toEqual([])
    act(() => second.result.current.clear())
    expect(second.result.current.state).toBe('idle')
  })

  it('tells a cancelled run from a failed one', async () => {
    withEngine({
      'audit.verify': async (_input, call) => {
        await call.cancelled
        throw new FakeProblem('cancelled')
      },
    })
    const { result } = renderHook(() => useJob('audit.verify'))
    act(() => void result.current.run({}))
    await waitFor(() => expect(result.current.state).toBe('running'))
    act(() => result.current.cancel())
    await waitFor(() => expect(result.current.state).toBe('cancelled'))
  })

  it('leaves nothing behind when the vault is locked', async () => {
    withEngine({ 'audit.verify': () => verification(3) })
    const { result } = renderHook(() => useJob('audit.verify'))
    await act(async () => void (await result.current.run({})))
    expect(result.current.state).toBe('ready')
    act(() => resetStores())
    expect(result.current).toMatchObject({ state: 'idle', value: undefined })
  })
})
