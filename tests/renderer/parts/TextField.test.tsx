import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { TextField } from '../../../renderer/parts/TextField.tsx'

afterEach(cleanup)

it('types over what is proposed in the field that a dialog opens with', async () => {
  render(<TextField label="Titel" defaultValue="Netwerk rond Markerkant 12" autoFocus />)
  await userEvent.setup({ delay: null }).keyboard('Doorstart')
  expect(screen.getByLabelText<HTMLInputElement>('Titel').value).toBe('Doorstart')
})

it('leaves the text of several lines that was typed before as it was', () => {
  render(<TextField label="Motivering" rows={3} defaultValue="Er is nagebeld." autoFocus />)
  const { selectionStart, selectionEnd } = screen.getByLabelText<HTMLTextAreaElement>('Motivering')
  expect(selectionStart).toBe(selectionEnd)
})
