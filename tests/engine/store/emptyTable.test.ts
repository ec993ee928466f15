import { expect, test } from 'vitest'
import { emptyTable } from '../../../electron/engine/store/emptyTable.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { companyVault } from '../../fixtures/companyVault.ts'

test('a table is emptied in as many steps as its rows ask for, however far apart their numbers lie', () => {
  const store = companyVault(() => undefined)
  store.write((writer) => {
    writer.run('UPDATE branch_location SET id = ? WHERE id = (SELECT max(id) FROM branch_location)', recordId(100_000, 2))
    let steps = 0
    emptyTable(writer, 'branch_location', () => void (steps += 1))
    expect([steps, writer.all('SELECT id FROM branch_location')]).toEqual([1, []])
  })
})
