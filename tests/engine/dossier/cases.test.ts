import { describe, expect, test } from 'vitest'
import { recordId } from '#shared/model/recordId.ts'
import { addStatement, changeCase, createCase, listCases, listViews, readCase, readView, removeStatement, replacePicture } from '../../../electron/engine/dossier/index.ts'
import { ProblemError } from '../../../electron/engine/problem.ts'
import { fillCaseVault, WRITTEN_BSN } from '../../fixtures/caseVault.ts'
import { contextOn, emptyStore, NOW } from '../../fixtures/vault.ts'

const words = { title: 'Glas aan de Markerkant', phenomenon: 'witwassen', occasion: 'Twee meldingen.', goal: 'Bepalen wie optreedt.' } as const

function aVault() {
  const store = emptyStore()
  return { context: contextOn(store), ...fillCaseVault(store) }
}

function problemOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
  }
  return 'none'
}

describe('a case', () => {
  test('is numbered per year and opened under the purpose of the moment', () => {
    const { context, picture } = aVault()
    const first = createCase(context, { ...words, picture })
    const second = createCase(context, { ...words, title: 'Tweede', picture })
    const nextYear = createCase({ ...context, now: '2027-01-03T08:00:00.000Z' }, { ...words, picture })
    expect([first.number, second.number, nextYear.number]).toEqual(['C-2026-0001', 'C-2026-0002', 'C-2027-0001'])
    expect(first).toEqual({
      id: 1, number: 'C-2026-0001', title: words.title, phenomenon: 'witwassen', status: 'draft', subjectCount: 5, createdAt: NOW, createdBy: 'Toetser', changedAt: NOW, keptUntil: null, isDue: false, isListed: false,
    })
    expect(readCase(context, 1).purpose).toEqual({ label: 'RIEC-casus voorbereiden', ground: 'art. 172 Gemeentewet', caseNumber: 'T-1' })
    expect(listCases(context).map(({ number }) => number)).toEqual(['C-2027-0001', 'C-2026-0002', 'C-2026-0001'])
  })

  test('numbers go on after 9999', () => {
    const { context, picture } = aVault()
    createCase(context, { ...words, picture })
    context.store.write((writer) => writer.run("UPDATE case_file SET number = 'C-2026-9999'"))
    expect(createCase(context, { ...words, picture }).number).toBe('C-2026-10000')
    expect(createCase(context, { ...words, picture }).number).toBe('C-2026-10001')
  })

  test('knows what each subject is in the picture', () => {
    const { context, picture, keys } = aVault()
    createCase(context, { ...words, picture })
    const subjects = readCase(context, 1).subjects
    expect(subjects.map(({ label }) => label)).toEqual(['Kerkgracht 8 A', 'Markerkant 12', 'Polderglas B.V.', 'Zuiderdiep Holding B.V.', 'S. Testveld'])
    expect(subjects.find(({ key }) => key === keys.company)?.roles).toEqual([
      'gevestigd op Markerkant 12', 'bestuurd door S. Testveld (tot 30-06-2024)', 'aandelen gehouden door Zuiderdiep Holding B.V.',
    ])
  })

  test('changes words, status and picture, and nothing else', () => {
    const { context, picture } = aVault()
    createCase(context, { ...words, picture })
    const later = { ...context, now: '2026-11-22T10:00:00.000Z' }
    changeCase(later, { id: 1, title: 'Nieuw', occasion: 'a', goal: 'b', status: 'running' })
    replacePicture(later, 1, { nodes: picture.nodes.slice(0, 1), links: [] })
    expect(readCase(later, 1)).toMatchObject({ title: 'Nieuw', occasion: 'a', goal: 'b', status: 'running', subjectCount: 1, createdAt: NOW, changedAt: '2026-11-22T10:00:00.000Z' })
  })

  test('keeps the picture that a newer one replaces, and nothing of the same one', () => {
    const { context, picture } = aVault()
    createCase(context, { ...words, picture })
    const smaller = { nodes: picture.nodes.slice(0, 1), links: [] }
    expect([replacePicture(context, 1, picture), replacePicture(context, 1, smaller), replacePicture(context, 1, picture)]).toEqual([{ kept: null }, { kept: 1 }, { kept: 2 }])
    const [former] = listViews(context, 1)
    expect(former).toMatchObject({ name: 'Eerder beeld van de casus', versions: [{ version: 2 }, { version: 1 }] })
    expect([1, 2].map((version) => readView(context, former?.id ?? 0, version).picture)).toEqual([picture, smaller])
    expect(readCase(context, 1).picture).toEqual(picture)
  })

  test('that is not there is said so', () => {
    const { context, picture } = aVault()
    expect(problemOf(() => readCase(context, 9))).toBe('not-found')
    expect(problemOf(() => replacePicture(context, 9, picture))).toBe('not-found')
    expect(problemOf(() => addStatement(context, { id: 9, type: 'hypothesis', text: 'Wat', sources: [] }))).toBe('not-found')
    expect(problemOf(() => removeStatement(context, 1, 9))).toBe('not-found')
  })

  test('never keeps a BSN somebody typed', () => {
    const { context, picture } = aVault()
    createCase(context, { ...words, title: `Zaak ${WRITTEN_BSN}`, occasion: `BSN ${WRITTEN_BSN}`, picture })
    addStatement(context, { id: 1, type: 'hypothesis', text: `Is ${WRITTEN_BSN} de eigenaar?`, sources: [] })
    const stored = context.store.all<{ text: string }>("SELECT title || occasion || goal AS text FROM case_file UNION ALL SELECT text FROM case_statement")
    expect(stored.map(({ text }) => text).join(' ')).not.toContain(WRITTEN_BSN)
  })
})

describe('statements', () => {
  test('keep their sources in order, down to the row', () => {
    const { context, picture } = aVault()
    createCase(context, { ...words, picture })
    const made = addStatement(context, { id: 1, type: 'fact', text: 'Gevestigd sinds 2021.', sources: [recordId(3, 5), recordId(2, 10), recordId(3, 5)] })
    expect(made.sources.map(({ file, row }) => `${file} ${row}`)).toEqual(['meldingen.csv 5', 'registers.xlsx 10'])
    expect(readCase(context, 1).statements).toEqual([made])
    removeStatement(context, 1, made.id)
    expect(readCase(context, 1).statements).toEqual([])
    expect(context.store.all('SELECT * FROM case_statement_source')).toEqual([])
  })

  test('a source that was never delivered is refused', () => {
    const { context, picture } = aVault()
    createCase(context, { ...words, picture })
    expect(problemOf(() => addStatement(context, { id: 1, type: 'fact', text: 'Iets.', sources: [recordId(99, 1)] }))).toBe('not-found')
    expect(readCase(context, 1).statements).toEqual([])
  })

  test('the links of the picture are offered as facts until a human took them over', () => {
    const { context, picture } = aVault()
    createCase(context, { ...words, picture })
    const offered = readCase(context, 1).suggestions.map(({ text }) => text)
    expect(offered).toEqual([
      'Polderglas B.V. is gevestigd op Markerkant 12, 01-02-2021 – heden.',
      'S. Testveld was bestuurder van Polderglas B.V., 01-02-2021 – 30-06-2024.',
      'Zuiderdiep Holding B.V. is aandeelhouder van Polderglas B.V. (aandelen 1/1), 02-2021 – heden.',
    ])
    addStatement(context, { id: 1, type: 'fact', text: offered[0] ?? '', sources: [recordId(2, 10)] })
    expect(readCase(context, 1).suggestions.map(({ text }) => text)).toEqual(offered.slice(1))
  })
})
