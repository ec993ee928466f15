import { ProblemError } from '../problem.ts'
import type { Handlers } from './types.ts'

const pending = () => {
  throw new ProblemError('not-found')
}

export const catalogueHandlers: Handlers<'search.suggest' | 'reference.lookup' | 'address.get' | 'company.get' | 'person.get' | 'link.run'> = {
  'search.suggest': pending,
  'reference.lookup': pending,
  'address.get': pending,
  'company.get': pending,
  'person.get': pending,
  'link.run': pending,
}
