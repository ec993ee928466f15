import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { TextField } from '../../../renderer/parts/TextField.tsx'

afterEach(cleanup)

it('types over what is proposed in the field that a dialog opens with', async () => {
  render(<TextField label="Titel" defaultValue="Netwerk rond Markerkant 12" autoFocus isProposed />)
  await userEvent.setup({ delay: null }).keyboard('Doorstart')
  expect(screen.getByLabelText<HTMLInputElement>('Titel').value).toBe('Doorstart')
})

it.each([undefined, 3])('goes on behind what was typed before, in a field of %s lines', async (rows) => {
  render(<TextField label="Motivering" {...(rows === undefined ? {} : { rows })} defaultValue="Er is" autoFocus />)
  await userEvent.setup({ delay: null }).keyboard(' nagebeld.')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Motivering').value).toBe('Er is nagebeld.')
})
