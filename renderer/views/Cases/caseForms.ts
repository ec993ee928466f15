import type { casesText } from '../../text/cases.ts'

/** A part of a case that is looked at by itself. */
export type CasePart = keyof (typeof casesText)['tab']

/** The name under which what is typed in a part of a case is kept. */
export function caseForm(id: number, part: CasePart, ...about: readonly string[]): string {
  return ['case', id, part, ...about].join(' ')
}
