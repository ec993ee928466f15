import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { X } from 'lucide-react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button } from '../../../renderer/parts/Button.tsx'
import { IconButton } from '../../../renderer/parts/IconButton.tsx'

afterEach(cleanup)

describe.each([
  { kind: 'a button', Made: ({ isDisabled, onPress }: { isDisabled: boolean; onPress: () => void }) => <Button isDisabled={isDisabled} onPress={onPress}>Opslaan</Button> },
  { kind: 'a button with a picture', Made: ({ isDisabled, onPress }: { isDisabled: boolean; onPress: () => void }) => <IconButton label="Opslaan" icon={X} isDisabled={isDisabled} onPress={onPress} /> },
])('$kind that is disabled', ({ Made }) => {
  const found = () => screen.getByRole('button', { name: 'Opslaan' })

  it('keeps the focus it had, says that it does nothing and does nothing, until the focus goes elsewhere', async () => {
    const onPress = vi.fn()
    const user = userEvent.setup({ delay: null })
    const { rerender } = render(<Made isDisabled={false} onPress={onPress} />)
    await user.tab()
    rerender(<Made isDisabled onPress={onPress} />)
    expect(document.activeElement).toBe(found())
    expect([found().hasAttribute('disabled'), found().getAttribute('aria-disabled')]).toEqual([false, 'true'])
    await user.keyboard('{Enter} ')
    await user.click(found())
    expect(onPress).not.toHaveBeenCalled()
    rerender(<Made isDisabled={false} onPress={onPress} />)
    await user.keyboard('{Enter}')
    expect(onPress).toHaveBeenCalledOnce()
    rerender(<Made isDisabled onPress={onPress} />)
    await user.tab()
    expect(found().hasAttribute('disabled')).toBe(true)
  })

  it('takes no focus it did not have', async () => {
    render(<Made isDisabled onPress={() => undefined} />)
    await userEvent.setup({ delay: null }).tab()
    expect(document.activeElement).toBe(document.body)
  })
})
