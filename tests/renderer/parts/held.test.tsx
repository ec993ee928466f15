import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Checkbox } from '../../../renderer/parts/Checkbox.tsx'
import { Select } from '../../../renderer/parts/Select.tsx'

afterEach(cleanup)

interface MadeProps {
  isDisabled: boolean
  onChange: () => void
}

const options = [{ id: 'een', label: 'Een' }, { id: 'twee', label: 'Twee' }] as const

describe.each([
  { kind: 'a choice', role: 'button', Made: ({ isDisabled, onChange }: MadeProps) => <Select label="Keuze" options={options} value="een" isDisabled={isDisabled} onChange={onChange} />, change: '{ArrowRight}' },
  { kind: 'a box to tick', role: 'checkbox', Made: ({ isDisabled, onChange }: MadeProps) => <Checkbox isSelected={false} isDisabled={isDisabled} onChange={onChange}>Keuze</Checkbox>, change: ' ' },
])('$kind that is disabled', ({ role, Made, change }) => {
  const found = () => screen.getByRole(role, { name: /Keuze/ })

  it('keeps the focus it had and changes nothing, until the focus goes elsewhere', async () => {
    const onChange = vi.fn()
    const user = userEvent.setup({ delay: null })
    const { rerender } = render(<Made isDisabled={false} onChange={onChange} />)
    await user.tab()
    expect(document.activeElement).toBe(found())
    rerender(<Made isDisabled onChange={onChange} />)
    expect(document.activeElement).toBe(found())
    expect(found().hasAttribute('disabled')).toBe(false)
    expect(['aria-disabled', 'aria-readonly'].map((name) => found().getAttribute(name))).toContain('true')
    await user.keyboard(change)
    await user.keyboard('{ArrowDown}{Enter} ')
    await user.click(found())
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(onChange).not.toHaveBeenCalled()
    rerender(<Made isDisabled={false} onChange={onChange} />)
    await user.keyboard(change)
    expect(onChange).toHaveBeenCalledOnce()
    rerender(<Made isDisabled onChange={onChange} />)
    await user.tab()
    expect(found().hasAttribute('disabled')).toBe(true)
  })

  it('takes no focus it did not have', async () => {
    render(<Made isDisabled onChange={() => undefined} />)
    await userEvent.setup({ delay: null }).tab()
    expect(document.activeElement).toBe(document.body)
  })
})
