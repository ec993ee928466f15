import { config } from 'zod'

/**
 * zod compiles parsers with `new Function`, which the window's content security policy forbids; even its probe is a violation.
 * The entry imports this file before anything that makes a schema.
 */
config({ jitless: true })
