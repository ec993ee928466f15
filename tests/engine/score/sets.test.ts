import { describe, expect, it } from 'vitest'
import { setMark } from '#shared/model/scoreSet.ts'
import { shortenLog } from '../../../electron/engine/audit/head.ts'
import { formulas } from '../../../electron/engine/score/formulas.ts'
import { computeScores } from '../../../electron/engine/score/run.ts'
import {
  compareSets, currentDefinitions, currentSet, decide, dropWhatIf, explain, listSets, proposals, propose, ranking, runScores, verifySets, whatIf,
} from '../../../electron/engine/score/index.ts'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import { appendLine } from '../../../electron/engine/store/log.ts'
import { writeMatchStamp } from '../../../electron/engine/store/matchStamp.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { scoredStore } from '../../fixtures/scoredTown.ts'
import { contextOn, emptyLog, emptyStore, NOW } from '../../fixtures/vault.ts'

const quiet = { report: () => undefined, checkCancelled: () => undefined }

function scored() {
  const store = scoredStore()
  const log = emptyLog()
  return { store, context: { ...contextOn(store), log }, log }
}

describe('a stored set', () => {
  it('comes out the same to the last bit years later, when registers and definitions say something else', () => {
    const { store, context } = scored()
    const first = currentSet(context)
    store.write((writer) => {
      writer.run("DELETE FROM measure_record WHERE id % 2 = 0")
      writer.run("UPDATE address SET area_id = NULL WHERE id % 5 = 0")
    })
    changeWeights(context)
    runScores({ ...context, now: '2031-11-21T09:00:00.000Z' })
    const checks = verifySets({ ...context, now: '2031-11-21T09:00:00.000Z' })
    expect(checks.map(({ isComparable, isSame, indicatorSet }) => ({ isComparable, isSame, indicatorSet }))).toEqual([
      { isComparable: true, isSame: true, indicatorSet: 3 }, { isComparable: true, isSame: true, indicatorSet: 2 },
    ])
    expect(checks.at(-1)?.resultHash).toBe(first?.resultHash)
    expect(checks[0]?.resultHash).not.toBe(first?.resultHash)
  })

  it('that somebody changed is noticed', () => {
    const { store, context } = scored()
    store.write((writer) => writer.run("UPDATE score_set SET result_hash = 'x'"))
    expect(verifySets(context)[0]).toMatchObject({ isComparable: true, isSame: false })
    store.write((writer) => writer.run("UPDATE score_set SET formulas = '0'"))
    expect(verifySets(context)[0]).toMatchObject({ isComparable: false, isSame: false })
  })

  it('that somebody changed a row that is shown is noticed, though the hashes were left alone', () => {
    const { store, context } = scored()
    expect(verifySets(context)[0]).toMatchObject({ isSame: true })
    const undo = (change: string) => {
      try {
        store.write((writer) => {
          writer.run(change)
          expect([change, verifySets(context)[0]]).toEqual([change, expect.objectContaining({ isComparable: true, isSame: false })])
          throw new Error('undone')
        })
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'undone') throw error
      }
    }
    undo("UPDATE score SET score = 9 WHERE rank = 1 AND view = 'exact'")
    undo("UPDATE score SET class = 'higher' WHERE rank = 9 AND view = 'rounded'")
    undo("UPDATE score_part SET contribution = contribution + 1 WHERE position = 0 AND view = 'exact'")
    undo("DELETE FROM score_missing WHERE code = 'BU00340837'")
    undo("UPDATE score_indicator SET sources = '[]' WHERE indicator = 'hennep-geruimd-gebied'")
    undo("UPDATE score_indicator SET definition = replace(definition, 'telt', 'weegt')")
    undo("UPDATE score_set SET hash = 'x'")
  })

  it('stands in the log with its hash: a set that was made to fit afterwards does not', () => {
    const { store, context, log } = scored()
    expect(verifySets(context)[0]).toMatchObject({ isSame: true, isLogged: false })
    const { id, resultHash } = currentSet(context) ?? { id: 0, resultHash: '' }
    const line = (object: string, result: 'done' | 'started') =>
      appendLine(log, { at: NOW, account: 'a', name: 'A', action: 'score-run', object, purpose: '', caseNumber: '', result, origin: '' }, () => new Uint8Array(32))
    line(setMark({ id, resultHash }), 'started')
    line(`typed, ${setMark({ id, resultHash })}`, 'done')
    expect(verifySets(context)[0]?.isLogged).toBe(false)
    line(setMark({ id, resultHash }), 'done')
    expect(verifySets(context)[0]).toMatchObject({ isSame: true, isLogged: true })
    store.write((writer) => writer.run("UPDATE score_set SET result_hash = 'y'"))
    expect(verifySets(context)[0]).toMatchObject({ isSame: false, isLogged: false })
  })

  it('of which the line went after its term is not said to be missing in the log', () => {
    const { store, context, log } = scored()
    appendLine(log, { at: NOW, account: 'a', name: 'A', action: 'search', object: '', purpose: '', caseNumber: '', result: 'done', origin: '' }, () => new Uint8Array(32))
    shortenLog(log, { until: 1, keptSince: '2020-01-01', askedBy: 'A', endedBy: 'B', endedAt: NOW }, { at: NOW, account: 'b', name: 'B', purpose: '', caseNumber: '', origin: '' })
    expect(verifySets(context)[0]).toMatchObject({ isSame: true, isLogged: null })
    store.write((writer) => writer.run("UPDATE score_set SET at = '2026-11-22T09:00:00.000Z'"))
    expect(verifySets(context)[0]).toMatchObject({ isSame: true, isLogged: false })
  })

  it('of a demo stands in the log with the filling of its vault', () => {
    const { context, log } = scored()
    const { id, resultHash } = currentSet(context) ?? { id: 0, resultHash: '' }
    appendLine(log, { at: NOW, account: 'a', name: 'A', action: 'demo-fill', object: setMark({ id, resultHash }), purpose: '', caseNumber: '', result: 'done', origin: '' }, () => new Uint8Array(32))
    expect(verifySets(context)[0]).toMatchObject({ isSame: true, isLogged: true })
  })

  it('is stale when rows were matched to other addresses, though no delivery came', () => {
    const { store, context } = scored()
    store.write(writeMatchStamp)
    runScores(context)
    expect(currentSet(context)?.isStale).toBe(false)
    store.write((writer) => {
      writer.run('UPDATE measure_record SET address_id = address_id + 1 WHERE id = (SELECT min(id) FROM measure_record)')
      writeMatchStamp(writer)
    })
    expect(currentSet(context)?.isStale).toBe(true)
  })
})

describe('what if', () => {
  it('other weights make a set beside the official one, which stays as it is', () => {
    const { context } = scored()
    const official = currentSet(context)
    const same = whatIf(context, { label: 'als nu', weights: {}, halfLives: {} })
    const which = { level: 'buurt', phenomenon: 'hennep' } as const
    const shown = new Map(ranking(context, which).map(({ code, score }) => [code, score]))
    for (const { code, score, otherScore } of compareSets(context, { id: same.id, ...which })) expect([score, otherScore]).toEqual([shown.get(code), shown.get(code)])
    const made = whatIf(context, { label: 'alleen meldingen', weights: { 'hennep-geruimd-gebied': 0, 'hennep-maatregelen-gebied': 0, 'leegstand-gebied': 0, 'zonder-vestiging-gebied': 0 }, halfLives: {} })
    expect(compareSets(context, { id: made.id, ...which }).some(({ score, otherScore }) => score !== otherScore)).toBe(true)
    expect(currentSet(context)).toEqual(official)
    expect(listSets(context).map(({ kind, label }) => [kind, label])).toEqual([['what-if', 'alleen meldingen'], ['what-if', 'als nu'], ['official', '']])
    dropWhatIf(context, made.id)
    expect(listSets(context)).toHaveLength(2)
    expect(() => dropWhatIf(context, official?.id ?? 0)).toThrow('not-found')
    expect(() => whatIf(context, { label: 'x', weights: { 'controledichtheid-gebied': 5 }, halfLives: {} })).toThrow('weights-unfit')
  })
})

const swap = { 'hennep-geruimd-gebied': 25, 'hennep-meldingen-gebied': 30 }
const motive = 'Meldingen wegen zwaarder sinds het meldpunt ze ontdubbelt.'

function changeWeights(context: ReturnType<typeof contextOn>) {
  const proposal = propose(context, { weights: swap, halfLives: {}, motive })
  return decide({ ...context, actor: { ...context.actor, account: 'ander', name: 'Ander' } }, { id: proposal.id, approve: true, motive })
}

describe('a change of weights', () => {
  it('takes two people, makes a version, and leaves the old set with its own definitions', () => {
    const { store, context } = scored()
    const base = definitions()
    expect(() => propose(context, { weights: { 'hennep-geruimd-gebied': 31 }, halfLives: {}, motive })).toThrow('weights-unfit')
    const proposal = propose(context, { weights: swap, halfLives: {}, motive })
    expect(proposal).toMatchObject({ decision: 'open', isOwn: true, version: null })
    expect(() => decide(context, { id: proposal.id, approve: true, motive })).toThrow('second-person')
    expect(() => store.write((writer) => writer.run("UPDATE weight_proposal SET decided_account = account"))).toThrow(/CHECK/)
    expect(currentDefinitions(store).hash).toBe(base.hash)
    expect(currentSet(context)?.isStale).toBe(false)
    const other = { ...context, actor: { ...context.actor, account: 'ander', name: 'Ander' } }
    expect(decide(other, { id: proposal.id, approve: true, motive })).toMatchObject({ decision: 'approved', version: 3, decidedBy: 'Ander', isOwn: false })
    expect(() => decide(other, { id: proposal.id, approve: false, motive })).toThrow('not-found')
    expect(currentSet(context)?.isStale).toBe(true)
    const before = explain(context, { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103' })
    expect(before.parts.find(({ indicator }) => indicator === 'hennep-geruimd-gebied')).toMatchObject({ weight: 0.3, version: 1 })
    expect(runScores(context)).toMatchObject({ indicatorSet: 3, isStale: false })
    const after = explain(context, { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103' })
    expect(after.parts.find(({ indicator }) => indicator === 'hennep-geruimd-gebied')).toMatchObject({ weight: 0.25, version: 2 })
    expect(proposals(context)).toHaveLength(1)
  })

  it('that is rejected changes nothing', () => {
    const { store, context } = scored()
    const { id } = propose(context, { weights: swap, halfLives: {}, motive })
    decide({ ...context, actor: { ...context.actor, account: 'ander', name: 'Ander' } }, { id, approve: false, motive })
    expect(currentDefinitions(store)).toEqual(definitions())
  })
})

describe('formulas', () => {
  it('have a version that follows from what they compute, and give the same numbers on every machine', () => {
    const store = emptyStore()
    plantedTown(store)
    const { set } = computeScores(store, NOW, quiet)
    expect(set.formulas).toBe(formulas())
    expect([formulas(), set.resultHash]).toEqual(['25ccce1369fb', '1c382e8eaad4fab73ea97783091aa30a51823dcdcf0c3f8037d17160dc9e0309'])
  })

  it('of another version make no set that counts: it is to be computed again, and the old one stays', () => {
    const { store, context } = scored()
    store.write((writer) => writer.run("UPDATE score_set SET formulas = '1'"))
    expect(currentSet(context)).toBeNull()
    expect(() => ranking(context, { level: 'buurt', phenomenon: 'hennep' })).toThrow('no-scores')
    runScores(context)
    expect(listSets(context).map((one) => one.formulas)).toEqual([formulas(), '1'])
  })
})
