import { expect, test } from 'vitest'
import { addStatement, createCase, readCase } from '../../../electron/engine/dossier/index.ts'
import { exportCase } from '../../../electron/engine/export/index.ts'
import { useOfDelivery, withdrawDelivery } from '../../../electron/engine/import/index.ts'
import { runScores } from '../../../electron/engine/score/index.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { fillCaseVault } from '../../fixtures/caseVault.ts'
import { contextOn, emptyStore, temporaryFolder } from '../../fixtures/vault.ts'

test('a delivery that a case, an export and a score used: all three are named, its rows go, the case stays', async () => {
  const store = emptyStore()
  const context = contextOn(store, { logLine: 42, print: async () => new TextEncoder().encode('%PDF-1.4') })
  const { picture } = fillCaseVault(store)
  // the rows about offices came in a delivery of their own
  store.write((writer) => writer.run("UPDATE delivery SET kind = 'office', accepted = 3 WHERE id = 2"))
  const { id } = createCase(context, { title: 'Glas', phenomenon: 'witwassen', occasion: 'Aanleiding.', goal: 'Doel.', picture })
  addStatement(context, { id, type: 'fact', text: 'S. Testveld was bestuurder van Polderglas B.V.', sources: [recordId(2, 20)] })
  await exportCase(context, { id, folder: temporaryFolder(), recipients: 'RIEC', scoreRole: null })
  runScores(context)
  expect(useOfDelivery(store, 2)).toMatchObject({
    rows: 3, cases: [{ number: 'C-2026-0001', title: 'Glas', statements: 1 }], exports: [{ number: 'C-2026-0001', recipients: 'RIEC' }], scoreSets: { count: 1 },
  })
  expect(store.write((writer) => withdrawDelivery(writer, context, 2, 'verkeerd bestand, met 111222333'))).toEqual({ rows: 3 })
  expect(store.get('SELECT withdrawn_reason AS reason FROM delivery WHERE id = 2')).toEqual({ reason: 'verkeerd bestand, met •••••2333' })
  expect(store.get('SELECT count(*) AS n FROM office_record')).toEqual({ n: 0 })
  const after = readCase(context, id)
  expect(after.statements).toMatchObject([{ text: 'S. Testveld was bestuurder van Polderglas B.V.', sources: [{ recordId: recordId(2, 20), file: 'registers.xlsx (levering ingetrokken)' }] }])
  expect(after.exports).toMatchObject([{ recipients: 'RIEC', logLine: 42 }])
})
