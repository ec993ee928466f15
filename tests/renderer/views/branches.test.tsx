import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { branchTree } from '../../../renderer/views/Branches/branchTree.ts'
import { answers } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'
import { rankingOf, scoreAnswers } from '../scoreAnswers.ts'

const all = { ...answers, ...scoreAnswers }

describe('Branches', () => {
  it('shows one version of the SBI at a time, the larger one first', async () => {
    const { user } = openWindow(all, { route: '#/branches/witwassen%20division%20' })
    const table = await screen.findByRole('grid', { name: 'Rangorde van afdelingen voor witwassen' })
    expect(await within(table).findByText('Eet- en drinkgelegenheden')).toBeTruthy()
    expect(within(table).queryByText('Exploitatie van eet- en drinkgelegenheden')).toBeNull()
    expect(screen.getByText(/^3 afdelingen · 1 hoger/)).toBeTruthy()
    expect(screen.getByText(/worden nooit met elkaar vergeleken/)).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'SBI 2025' }))
    expect(await within(table).findByText('Exploitatie van eet- en drinkgelegenheden')).toBeTruthy()
  })

  it('opens a group from the classification and its division from the group', async () => {
    const { user } = openWindow(all, { route: '#/branches/witwassen%20group%202008%3A561' })
    const panel = await screen.findByRole('region', { name: 'Onderbouwing Restaurants, cafetaria’s e.d.' })
    const tree = await screen.findByRole('treegrid', { name: 'Indeling SBI 2008: secties, afdelingen en groepen' })
    expect(within(tree).getByRole('row', { name: 'Cafés' })).toBeTruthy()
    await user.click(await within(panel).findByRole('link', { name: 'Eet- en drinkgelegenheden' }))
    expect(await screen.findByRole('region', { name: 'Onderbouwing Eet- en drinkgelegenheden' })).toBeTruthy()
    await user.click(within(await screen.findByRole('treegrid')).getByRole('row', { name: 'Cafés' }))
    expect(await screen.findByRole('region', { name: 'Onderbouwing Cafés' })).toBeTruthy()
  })
})

describe('the classification', () => {
  it('is sections with divisions with groups, each with its vestigingen', () => {
    const of2008 = ({ code }: { code: string }) => code.startsWith('2008')
    const tree = branchTree(rankingOf('division', 'hennep').filter(of2008), rankingOf('group', 'hennep').filter(of2008), 'Zonder sectie')
    expect(tree.map(({ code, level, children }) => [code, level, children.map((child) => [child.code, child.children.map((group) => group.code)])])).toEqual([
      ['2008:G', 'section', [['2008:45', ['2008:451']], ['2008:47', []]]],
      ['2008:I', 'section', [['2008:56', ['2008:561', '2008:563']]]],
    ])
    expect(tree[0]?.locations).toBe(780 + 770)
  })
})
