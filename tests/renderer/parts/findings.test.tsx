import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { answers } from '../municipality.ts'
import { openWindow } from '../openWindow.tsx'

it('says which patterns cannot be seen for want of a delivery, beside what was not found', async () => {
  const pattern = { version: 1, phenomena: ['witwassen' as const], definition: '', innocent: [], source: '', since: '2026-11-21', rate: null }
  openWindow({
    ...answers, 'finding.of': () => [],
    'finding.library': () => ({
      run: { at: '', day: '2026-11-29', isStale: false },
      patterns: [
        { ...pattern, id: 'a', label: 'Katvangerpatroon', subject: 'company', missing: ['office'] },
        { ...pattern, id: 'b', label: 'Stapeladres', subject: 'address', missing: ['address'] },
        { ...pattern, id: 'c', label: 'Kring van aandelen', subject: 'company', missing: [] },
      ],
    }),
  }, { route: '#/bedrijf/company%3A14' })
  expect(await screen.findByText('Niet te zien, want niet geleverd (functies): Katvangerpatroon.')).toBeTruthy()
  expect(screen.getByText('Geen patroon gezien.')).toBeTruthy()
})
