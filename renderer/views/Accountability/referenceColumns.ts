import type { ReferenceTerm } from '#shared/contract/referenceTerms.ts'
import { formatDate } from '#shared/text/format.ts'
import { byText, type Column } from '../../parts/columns.ts'
import { dayOrNone, referenceTermsText as text } from '../../text/referenceTerms.ts'

const headings = text.columns

/** A reference with its term; nothing of what its department knows. */
export const referenceColumns: readonly Column<ReferenceTerm>[] = [
  { id: 'subject', heading: headings.subject, grow: 2, width: 150, text: ({ subject }) => (subject === '' ? text.unknown : subject), compare: byText(({ subject }) => subject) },
  { id: 'department', heading: headings.department, grow: 1, width: 110, text: ({ department }) => department, compare: byText(({ department }) => department) },
  { id: 'kind', heading: headings.kind, grow: 1, width: 120, text: ({ kind, isGone }) => (isGone ? text.gone(kind) : kind), compare: byText(({ kind }) => kind) },
  { id: 'from', heading: headings.from, width: 96, text: ({ from }) => dayOrNone(from), compare: byText(({ from }) => from ?? '') },
  { id: 'confirmedOn', heading: headings.confirmedOn, width: 104, text: ({ confirmedOn }) => formatDate(confirmedOn), compare: byText(({ confirmedOn }) => confirmedOn) },
  { id: 'destroyFrom', heading: headings.destroyFrom, width: 112, text: ({ destroyFrom }) => formatDate(destroyFrom), compare: byText(({ destroyFrom }) => destroyFrom) },
  { id: 'review', heading: headings.review, grow: 2, width: 140, text: ({ review }) => text.reviewed(review) },
]
