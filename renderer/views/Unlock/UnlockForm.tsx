import type { ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'
import { Button } from '../../parts/Button.tsx'

interface UnlockFormProps {
  title: string
  /** the word on the button */
  submit: string
  isPending?: boolean
  onSubmit: () => Promise<void>
  /** what stands above the button: fields, notices, what went wrong */
  children: ReactNode
}

/** One of the ways in: a title, fields and the button that Enter presses too. */
export function UnlockForm({ title, submit, isPending = false, onSubmit, children }: UnlockFormProps) {
  return (
    <Form
      className="unlock-form"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <h2>{title}</h2>
      {children}
      <div className="unlock-foot">
        <Button variant="primary" type="submit" isPending={isPending}>
          {submit}
        </Button>
      </div>
    </Form>
  )
}
