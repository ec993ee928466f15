import { config } from 'zod'

/**
 * zod compiles parsers with `new Function`, which the window's content security policy forbids; even its probe is a violation.
 * It is loaded before the frame, with which the first schemas come.
 */
config({ jitless: true })
