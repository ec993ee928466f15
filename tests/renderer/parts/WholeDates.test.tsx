import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { WholeDates } from '../../../renderer/parts/WholeDates.tsx'

test('dates stay whole, and the text is what it was', () => {
  const text = 'Aandeelhouder (1/1), 22-08-2026 – heden; BSN-controle van 1-2-2024 en 2024-03-01.'
  const { container } = render(<p><WholeDates text={text} /></p>)
  expect(container.textContent).toBe(text)
  expect([...container.querySelectorAll('.nowrap')].map((one) => one.textContent)).toEqual(['22-08-2026', '1-2-2024'])
})
