import { ProblemError } from '../problem.ts'
import type { Handlers } from './types.ts'

const pending = () => {
  throw new ProblemError('not-found')
}

export const dossierHandlers: Handlers<'case.list' | 'case.get' | 'case.create' | 'case.update' | 'case.savePicture' | 'case.addStatement' | 'case.removeStatement' | 'case.export' | 'bibob.relations' | 'bibob.export'> = {
  'case.list': pending,
  'case.get': pending,
  'case.create': pending,
  'case.update': pending,
  'case.savePicture': pending,
  'case.addStatement': pending,
  'case.removeStatement': pending,
  'case.export': pending,
  'bibob.relations': pending,
  'bibob.export': pending,
}
