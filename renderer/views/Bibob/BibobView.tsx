import { EntityKey } from '#shared/model/entity.ts'
import type { ViewProps } from '../../screens.ts'
import { ApplicantSearch } from './ApplicantSearch.tsx'
import { RelationsView } from './RelationsView.tsx'
import './Bibob.css'

/** Bibob: whom the application is from, or the relations of the one in the route. */
export function BibobView({ subject }: ViewProps) {
  const applicant = EntityKey.safeParse(subject)
  return applicant.success ? <RelationsView key={applicant.data} applicant={applicant.data} /> : <ApplicantSearch />
}
