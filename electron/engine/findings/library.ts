import { createHash } from 'node:crypto'
import { FindingDefinition } from '#shared/model/finding.ts'
import { listResources, readResource } from '../resources.ts'
import { patterns, type PatternName } from '../store/findingPatterns.ts'

/** A definition whose pattern is known to exist. */
export type KnownDefinition = FindingDefinition & { pattern: PatternName }

/** The library in order of id, with a hash that changes when any of it does. */
export interface FindingLibrary {
  definitions: KnownDefinition[]
  hash: string
}

let known: FindingLibrary | null = null

/** The definitions of the application, checked once; a wrong one stops the engine with its name. */
export function findingLibrary(): FindingLibrary {
  known ??= load()
  return known
}

function load(): FindingLibrary {
  const definitions = listResources('findings').map((file) => {
    const definition = readResource(FindingDefinition, 'findings', file)
    const { pattern } = definition
    if (!isPattern(pattern)) throw new Error(`finding ${definition.id}: no pattern ${pattern}`)
    return { ...definition, pattern }
  })
  return { definitions, hash: createHash('sha256').update(JSON.stringify(definitions)).digest('hex') }
}

function isPattern(name: string): name is PatternName {
  return Object.hasOwn(patterns, name)
}
