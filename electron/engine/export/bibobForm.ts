import { z } from 'zod'
import { readResource } from '../resources.ts'

const Headings = z.object({ party: z.string(), decision: z.string(), occasion: z.string(), remarks: z.string(), questions: z.string(), identification: z.string(), annexes: z.string() })
export type FormHeadings = z.infer<typeof Headings>

const Form = z.object({ source: z.string(), asOf: z.iso.date(), headings: Headings })

/** The form for the findings of an own investigation: the headings of its seven sections, in its order, and where they come from. */
export function ownInvestigationForm(): z.infer<typeof Form> {
  return readResource(Form, 'bibob', 'own-investigation.json')
}
