import { describe, expect, test } from 'vitest'
import { checkWords } from '../../scripts/checks/words.ts'

/** What one planted file is told, by rule and line. */
function told(path: string, text: string): string[] {
  return checkWords([{ path, text }]).map(({ rule, line }) => `${rule} ${line}`)
}

describe('words a user reads', () => {
  test.each([
    ['renderer/text/cases.ts', "export const text = { save: 'Save' }", 'dutch-only 1'],
    ['renderer/text/cases.ts', "export const text = { save: 'save' }", 'dutch-only 1'],
    ['renderer/text/cases.ts', 'export const text = {\n  saved: (n: number) => `${n} cases saved`,\n}', 'dutch-only 2'],
    ['shared/text/problems.ts', "const what = 'The file is too large.'", 'dutch-only 1'],
    ['electron/engine/dossier/closing.ts', "context.report({ step: 'Reading the case' })", 'dutch-only 1'],
    ['electron/engine/dossier/closing.ts', "throw new ProblemError('not-found', { what: 'The case was not found.' })", 'dutch-only 1'],
    ['resources/indicators/churn.json', '{\n  "label": "Churn of companies",\n  "explanation": "How many companies start and stop"\n}', 'dutch-only 3'],
    ['resources/handbook/90-casus.md', '# Casus\n\nThis is a case.', 'dutch-only 3'],
    ['shared/text/terms.ts', "const kinds = { reference: 'Referentie' }", 'one-term 1'],
    ['renderer/text/scores.ts', "const title = 'Risicoscore per gebied'", 'one-term 1'],
    ['renderer/views/Area/View.tsx', 'const a = <p>Gebied</p>', 'words-apart 1'],
    ['renderer/views/Area/View.tsx', 'const a = <TextField label="Gebied" />', 'words-apart 1'],
  ])('%s with %s breaks %s', (path, text, broken) => {
    expect(told(path, text)).toContain(broken)
  })

  test.each([
    ['renderer/text/cases.ts', "export const text = { save: 'Opslaan', list: 'Gebieden en branches', open: 'Open in Netwerk' }"],
    ['renderer/text/frame.ts', "const jobs = { 'case.export': 'Dossier maken' }"],
    ['shared/text/links.ts', "const isOwner = kind === 'owner'"],
    ['electron/engine/import/read.ts', "throw new Error('the file has no rows.')"],
    ['electron/engine/store/cases.ts', "const SQL = 'SELECT name FROM case_file WHERE id = ?'"],
    ['electron/cli/commands/network.ts', "const about = 'een sleutel (address:0034…, company:12) of zoekwoorden'"],
    ['renderer/views/Area/View.tsx', 'const a = <TextField label={text.area} placeholder="dd-mm-jjjj" className="case-columns" />'],
    ['renderer/views/Area/View.tsx', 'const a = <b>{"·"}</b>'],
    ['resources/kinds/person.json', '{"label": "Personen", "synonyms": ["date of birth"]}'],
    ['resources/findings/gap.json', '{"sentence": "Niemand ingeschreven tussen {from} en {to}."}'],
    ['resources/handbook/20-kluis.md', 'Kies `npm run the backup` in het venster.'],
    ['renderer/text/retention.ts', "const why = 'De beheerder stelt ze in (resources/retention.json).'"],
    ['tests/engine/read.test.ts', "const file = 'The file is too large.'"],
  ])('%s may say %s', (path, text) => {
    expect(told(path, text)).toEqual([])
  })
})
