import type { ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'

interface UnlockFormProps {
  title: string
  onSubmit: () => Promise<void>
  /** what stands above the button: fields, notices, what went wrong */
  children: ReactNode
  submit: ReactNode
}

/** One of the ways in: a title, fields and the button that Enter presses too. */
export function UnlockForm({ title, onSubmit, children, submit }: UnlockFormProps) {
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
      <div className="unlock-foot">{submit}</div>
    </Form>
  )
}
