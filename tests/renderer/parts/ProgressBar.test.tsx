import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { awaitingPurpose } from '../../../renderer/lib/call.ts'
import { ProgressBar } from '../../../renderer/parts/ProgressBar.tsx'

afterEach(cleanup)

it('begins at its share once the whole is known, instead of shrinking to it from what moved to and fro', () => {
  const { container, rerender } = render(<ProgressBar progress={undefined} />)
  const fill = () => container.querySelector<HTMLElement>('.progress-fill')
  const moving = fill()
  rerender(<ProgressBar progress={{ step: 'Opnieuw versleutelen (MB)', done: 15, total: 75 }} />)
  const filling = fill()
  expect(filling).not.toBe(moving)
  expect(filling?.style.width).toBe('20%')
  rerender(<ProgressBar progress={{ step: 'Opnieuw versleutelen (MB)', done: 30, total: 75 }} />)
  expect(fill()).toBe(filling)
})

it('says for whom it waits, and does not move, while somebody is to choose a purpose', () => {
  const { container, rerender } = render(<ProgressBar progress={awaitingPurpose} />)
  expect(container.textContent).toContain('Wacht tot u een doel kiest')
  expect(container.querySelector('.progress')?.hasAttribute('data-still')).toBe(true)
  rerender(<ProgressBar progress={undefined} />)
  expect(container.querySelector('.progress')?.hasAttribute('data-still')).toBe(false)
})
