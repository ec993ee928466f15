import { describe, expect, test } from 'vitest'
import { CountView, Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import type { ScoreRole } from '#shared/model/scoreRole.ts'
import type { CallContext } from '../../../electron/engine/context.ts'
import { createCase, decideDestruction, destroyAgain, listDestructions, sayScoreRole } from '../../../electron/engine/dossier/index.ts'
import { askScores, countScoresDue, destroyableScores, listScoreTerms } from '../../../electron/engine/dossier/scoreTerms/index.ts'
import { compareSets, currentSet, dropWhatIf, explain, listSets, makeControlList, ranking, readControls, recordControl, runScores, scoreboard, trend, verifySets, whatIf } from '../../../electron/engine/score/index.ts'
import { removeCase } from '../../../electron/engine/store/cases.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { proofRows } from '../../../electron/engine/store/destructions.ts'
import { heldTopics, missingOf, missingRows, partRows, scoresOf } from '../../../electron/engine/store/scores.ts'
import { codeOf } from '../../fixtures/codeOf.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { contextOn, emptyLog, preparedStore } from '../../fixtures/vault.ts'

const motive = 'De termijn van twee jaar is om.'
const other = { account: 'ander', name: 'A. Ander', roles: ['director' as const] }
const chosen: ScoreRole = { played: 'choice', explanation: 'De buurt stond bovenaan in de lijst.' }
const words = { title: 'Loods', phenomenon: 'hennep', occasion: '', goal: '' } as const
const which = { level: 'buurt', phenomenon: 'hennep' } as const

const at = (store: Store, day: string): CallContext => contextOn(store, { now: `${day}T09:00:00.000Z`, log: emptyLog() })

/** A report more: the scores of hennep change, the others do not. */
function report(store: Store, delivery: number): void {
  store.write((writer) => {
    const address = writer.get<{ id: number }>('SELECT min(id) + ? AS id FROM address', delivery)?.id ?? 0
    addDelivery(writer, delivery, { kind: 'signal', accepted: 1, reference_date: '2026-11-01' })
    addRecord(writer, 'signal_record', delivery, 1, { address_id: address, phenomenon: 'hennep', received: '2026-04-01' })
  })
}

/** A town that was scored on three days, the later sets leaning on the first for what had not changed. */
function scoredThrice(store: Store): void {
  plantedTown(store)
  for (const [day, delivery] of [['2027-01-10', 30], ['2027-06-10', 31], ['2028-03-10', 32]] as const) {
    report(store, delivery)
    runScores(at(store, day))
  }
}

function prepared() {
  const store = preparedStore(scoredThrice)
  const on = (day: string) => at(store, day)
  const due = (day: string) => listScoreTerms(on(day)).sets.filter(({ stays }) => stays === null).map(({ id }) => id)
  const destroy = (day: string) => {
    const { subjectId } = askScores(on(day), { motive })
    decideDestruction({ ...on(day), actor: other }, destroyableScores, { id: subjectId, approve: true })
  }
  return { store, on, due, destroy }
}

/** Every number a set shows, wherever it stands. */
function numbersOf(store: Store, id: number) {
  const topics = ScoreLevel.options.flatMap((level) => Phenomenon.options.map((phenomenon) => ({ level, phenomenon })))
  const wholes = CountView.options.flatMap((view) => topics.map((topic) => ({ view, ...topic })))
  return {
    scores: wholes.flatMap((whole) => scoresOf(store, id, whole)),
    parts: wholes.flatMap((whole) => partRows(store, id, whole)),
    missing: missingRows(store, id).map((row) => JSON.stringify(row)).toSorted(),
    one: missingOf(store, id, { ...which, code: 'BU00340837' }),
  }
}

describe('a set of scores', () => {
  test('is due when two years are over since it was computed last; never the one that counts', () => {
    const { on, due } = prepared()
    expect([due('2029-01-10'), due('2029-01-11'), due('2029-06-11')]).toEqual([[], [1], [1, 2]])
    expect(listScoreTerms(on('2031-01-01'))).toMatchObject({ months: 24, asked: null, sets: [{ id: 1, stays: null }, { id: 2, stays: null }, { id: 3, stays: 'standing' }] })
    expect(countScoresDue(on('2031-01-01'))).toBe(2)
    // the same outcome once more: the day counts from then
    runScores(on('2031-02-01'))
    expect([due('2033-02-01'), listScoreTerms(on('2033-02-01')).sets.map(({ id }) => id)]).toEqual([[1, 2], [1, 2]])
  })

  test('beside the official one is due as well', () => {
    const { on, due } = prepared()
    const tried = whatIf(on('2028-03-11'), { label: 'als nu', weights: {}, halfLives: {} })
    expect([due('2030-03-11'), due('2030-03-12')]).toEqual([[1, 2], [1, 2, tried.id]])
  })
})

describe('what a case leans on', () => {
  function opened(day: string) {
    const town = prepared()
    const { id } = createCase(town.on(day), { ...words, picture: { nodes: [], links: [] } })
    const say = (on: string, role: ScoreRole) => sayScoreRole(town.on(on), id, role)
    const stays = () => listScoreTerms(town.on('2031-01-01')).sets.map((set) => set.stays)
    return { ...town, id, say, stays }
  }

  test('stays where a score played a role: what stood from its opening until that was said', () => {
    const { say, stays } = opened('2027-03-01')
    say('2027-07-01', chosen)
    expect(stays()).toEqual(['case', 'case', 'standing'])
    say('2027-05-01', chosen)
    expect(stays()).toEqual(['case', null, 'standing'])
    say('2027-07-01', { played: 'none', explanation: '' })
    expect(stays()).toEqual([null, null, 'standing'])
  })

  test('stands since it was computed first, also when the same came out once more', () => {
    const { on, say, stays } = opened('2028-03-20')
    runScores(on('2028-05-01'))
    say('2028-04-01', chosen)
    report(on('2028-05-01').store, 40)
    runScores(on('2028-06-01'))
    expect(stays()).toEqual([null, null, 'case', 'standing'])
  })

  test('is what stood when it was opened, as long as nobody said anything; and goes with the case', () => {
    const { id, store, stays, due } = opened('2028-01-01')
    expect(stays()).toEqual([null, 'case', 'standing'])
    store.write((writer) => writer.run("UPDATE case_file SET status = 'closed' WHERE id = ?", id))
    expect(due('2031-01-01')).toEqual([1, 2])
    store.write((writer) => writer.run("UPDATE case_file SET status = 'draft' WHERE id = ?", id))
    store.write((writer) => removeCase(writer, id))
    expect(due('2031-01-01')).toEqual([1, 2])
  })

  test('stays when that was said between asking and deciding', () => {
    const { id, store, on, say } = opened('2027-03-01')
    say('2027-03-01', { played: 'none', explanation: '' })
    const day = '2031-01-01'
    const { subjectId } = askScores(on(day), { motive })
    say('2027-03-02', chosen)
    expect(listScoreTerms(on(day)).asked).toMatchObject({ number: 'A-2031-0001', count: 1 })
    decideDestruction({ ...on(day), actor: other }, destroyableScores, { id: subjectId, approve: true })
    expect(listSets({ store }).map((set) => set.id)).toEqual([3, 1])
    store.write((writer) => removeCase(writer, id))
    expect(askScores(on(day), { motive }).number).toBe('A-2031-0002')
  })
})

describe('destroying a set', () => {
  test('takes two people and leaves a proof, and nothing of the set', () => {
    const { store, on, destroy } = prepared()
    const day = '2029-01-11'
    expect(codeOf(() => askScores(on('2029-01-10'), { motive }))).toBe('no-scores-due')
    const { subjectId } = askScores(on(day), { motive })
    expect(codeOf(() => decideDestruction(on(day), destroyableScores, { id: subjectId, approve: true }))).toBe('second-person')
    expect(codeOf(() => decideDestruction({ ...on('2028-01-01'), actor: other }, destroyableScores, { id: subjectId, approve: true }))).toBe('no-scores-due')
    decideDestruction({ ...on(day), actor: other }, destroyableScores, { id: subjectId, approve: false })
    expect(listScoreTerms(on(day)).asked).toBeNull()
    destroy(day)
    expect(listDestructions({ store }, destroyableScores)).toMatchObject([{ number: 'A-2029-0001', motive, askedBy: 'Toetser', destroyedBy: 'A. Ander', held: { scoreSets: 1 } }])
    for (const table of ['score_set', 'score_input', 'score_indicator', 'score_topic', 'score', 'score_part', 'score_missing', 'score_batch_set']) {
      const column = table === 'score_set' ? 'id' : 'set_id'
      expect([table, store.get(`SELECT count(*) AS n FROM ${table} WHERE ${column} = 1`)]).toEqual([table, { n: 0 }])
    }
  })

  test('changes no number of a newer one that leaned on it, in whatever order they go', () => {
    const { store, on, destroy } = prepared()
    expect(heldTopics(store, 3).some(({ heldBy }) => heldBy === 1), 'otherwise this shows nothing').toBe(true)
    const before = numbersOf(store, 3)
    const shown = { ranking: ranking(on('2029-01-11'), which), explained: explain(on('2029-01-11'), { ...which, code: 'BU00340103' }) }
    const course = () => trend(on('2029-01-11'), { ...which, code: 'BU00340103', indicator: 'hennep-meldingen-gebied' })
    const courseBefore = course()
    const second = numbersOf(store, 2)
    destroy('2029-01-11')
    expect([numbersOf(store, 3), numbersOf(store, 2)]).toEqual([before, second])
    destroy('2029-06-11')
    expect(numbersOf(store, 3)).toEqual(before)
    expect({ ranking: ranking(on('2029-06-11'), which), explained: explain(on('2029-06-11'), { ...which, code: 'BU00340103' }) }).toEqual(shown)
    expect(course()).toEqual(courseBefore)
    expect(verifySets(on('2029-06-11')).map(({ id, isSame }) => [id, isSame])).toEqual([[3, true]])
    // and what is computed next leans on what stands
    report(store, 40)
    runScores(on('2029-07-01'))
    expect(verifySets(on('2029-07-01')).map(({ isSame }) => isSame)).toEqual([true, true])
    expect(new Set(heldTopics(store, 4).map(({ heldBy }) => heldBy))).toEqual(new Set([3, 4]))
  })

  test('while the next is computed: that one finds its rows where they went', () => {
    const { store, on, destroy } = prepared()
    report(store, 40)
    let gone = false
    const context: CallContext = {
      ...on('2029-07-01'),
      report: ({ step }) => {
        if (gone || step !== 'Scores berekenen') return
        gone = true
        destroy('2029-07-01')
      },
    }
    const made = runScores(context)
    expect(gone).toBe(true)
    expect(listSets({ store }).map(({ id }) => id)).toEqual([made.id, 3])
    expect(verifySets(on('2029-07-01')).every(({ isSame }) => isSame)).toBe(true)
  })

  test('leaves what controls on its areas found as it was, and the sets beside', () => {
    const { store, on, destroy } = prepared()
    const list = makeControlList(on('2028-03-11'), { phenomenon: 'hennep', half: 4, seed: 'x' })
    for (const { position } of readControls({ store }, list.id)) recordControl(on('2028-03-11'), { id: list.id, position, outcome: 'confirmed' })
    const tried = whatIf(on('2030-03-11'), { label: 'als nu', weights: {}, halfLives: {} })
    const tryingOf = () => new Map(compareSets({ store }, { id: tried.id, ...which }).map(({ code, otherScore }) => [code, otherScore]))
    const compared = tryingOf()
    const board = scoreboard({ store })
    expect(board.byWijk.some(({ predicted }) => predicted !== null)).toBe(true)
    report(store, 40)
    runScores(on('2030-03-12'))
    destroy('2030-03-13')
    expect(listSets({ store }).map(({ id }) => id)).toEqual([5, tried.id])
    expect(scoreboard({ store })).toEqual(board)
    expect(tryingOf()).toEqual(compared)
    dropWhatIf({ store }, tried.id)
    expect(verifySets(on('2030-03-13')).map(({ isSame }) => isSame)).toEqual([true])
  })
})

describe('an older copy of the vault', () => {
  test('follows; a set that was computed there anew stays until its own term is over', () => {
    const [here, copy] = [prepared(), prepared()]
    here.destroy('2029-06-11')
    const [proofs, hashKey] = [proofRows(here.store), here.on('2029-06-11').hashKey]
    expect(proofs).toMatchObject([{ kind: 'score', held: '{"scoreSets":2}' }])
    const standing = numbersOf(copy.store, 3)
    expect(destroyAgain(copy.store, proofs, hashKey)).toBe(2)
    expect([listSets({ store: copy.store }).map(({ id }) => id), numbersOf(copy.store, 3)]).toEqual([[3], standing])
    expect(destroyAgain(copy.store, proofs, hashKey)).toBe(0)

    const still = preparedStore(scoredOnce)
    runScores(at(still, '2029-06-01'))
    expect(destroyAgain(still, proofs, hashKey)).toBe(0)
    const left = preparedStore(scoredOnce)
    expect(destroyAgain(left, proofs, hashKey)).toBe(1)
    expect(currentSet({ store: left })).toBeNull()
    expect(runScores(at(left, '2029-06-12'))).toMatchObject({ isStale: false })
  })
})

/** The same town, of before it was scored a second time. */
function scoredOnce(store: Store): void {
  plantedTown(store)
  report(store, 30)
  runScores(at(store, '2027-01-10'))
}
