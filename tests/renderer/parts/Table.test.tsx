import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import '../openWindow.tsx'
import { byNumber, type Column } from '../../../renderer/parts/columns.ts'
import { Table } from '../../../renderer/parts/Table.tsx'

interface Row {
  id: number
  name: string
}

const columns: Column<Row>[] = [
  { id: 'name', heading: 'Naam', text: (row) => row.name, grow: 1 },
  { id: 'id', heading: 'Nummer', text: (row) => String(row.id), isNumeric: true, compare: byNumber((row) => row.id) },
]
const rows = Array.from({ length: 5000 }, (_, index) => ({ id: index + 1, name: `rij ${index + 1}` }))
const rowKey = (row: Row) => String(row.id)

function focused(): string | null {
  return document.activeElement?.getAttribute('aria-rowindex') ?? null
}

describe('Table', () => {
  it('draws the rows in sight and tells how many there are', () => {
    render(<Table label="Rijen" columns={columns} rows={rows} rowKey={rowKey} />)
    expect(screen.getByRole('grid', { name: 'Rijen' }).getAttribute('aria-rowcount')).toBe('5001')
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
  })

  it('moves, opens and jumps by keyboard', async () => {
    const open = vi.fn()
    const user = userEvent.setup()
    render(<Table label="Rijen" columns={columns} rows={rows} rowKey={rowKey} onOpen={open} />)
    await user.click(screen.getByText('rij 1'))
    expect(open).toHaveBeenLastCalledWith(rows[0])
    await user.tab()
    expect(focused()).toBeNull()
    await user.tab({ shift: true })
    expect(focused()).toBe('2')
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(open).toHaveBeenLastCalledWith(rows[2])
    await user.keyboard('{End}')
    expect(focused()).toBe('5001')
    await user.keyboard('{Home}')
    expect(focused()).toBe('2')
  })

  it('sorts figures from high to low first', async () => {
    const user = userEvent.setup()
    render(<Table label="Rijen" columns={columns} rows={rows} rowKey={rowKey} />)
    await user.click(screen.getByRole('button', { name: 'Nummer' }))
    expect(screen.getByRole('columnheader', { name: /Nummer/ }).getAttribute('aria-sort')).toBe('descending')
    expect(within(screen.getAllByRole('row')[1] ?? document.body).getByText('rij 5000')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /Nummer/ }))
    expect(within(screen.getAllByRole('row')[1] ?? document.body).getByText('rij 1')).toBeTruthy()
  })

  it('selects several rows with Ctrl and Space', async () => {
    const user = userEvent.setup()
    const Selecting = () => {
      const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
      return (
        <>
          <output>{[...keys].join(' ')}</output>
          <Table label="Rijen" columns={columns} rows={rows} rowKey={rowKey} selection={{ keys, onChange: setKeys }} />
        </>
      )
    }
    render(<Selecting />)
    await user.click(screen.getByText('rij 2'))
    await user.keyboard('{Control>}')
    await user.click(screen.getByText('rij 4'))
    await user.keyboard('{/Control}{ArrowDown} ')
    expect(screen.getByRole('status').textContent).toBe('2 4 5')
    await user.click(screen.getByText('rij 1'))
    expect(screen.getByRole('status').textContent).toBe('1')
  })

  it('asks for more when the last loaded row is in sight', () => {
    const more = vi.fn()
    const { rerender } = render(<Table label="Rijen" columns={columns} rows={rows.slice(0, 200)} rowKey={rowKey} total={5000} onReachEnd={more} />)
    expect(more).not.toHaveBeenCalled()
    rerender(<Table label="Rijen" columns={columns} rows={rows.slice(0, 8)} rowKey={rowKey} total={5000} onReachEnd={more} />)
    expect(more).toHaveBeenCalled()
  })

  it('says so when there is nothing', () => {
    render(<Table label="Rijen" columns={columns} rows={[]} rowKey={rowKey} empty="Geen leveringen" />)
    expect(screen.getByText('Geen leveringen')).toBeTruthy()
  })
})
