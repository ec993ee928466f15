import { RetentionTerms } from '#shared/model/retention.ts'
import { readResource } from './resources.ts'

let known: RetentionTerms | null = null

/** The terms of this installation, read once. */
export function retentionTerms(): RetentionTerms {
  known ??= readResource(RetentionTerms, 'retention.json')
  return known
}
