import { createHash } from 'node:crypto'

/** Style elements two libraries add by themselves; the text of each must be exact, for it is admitted by its hash. */
const libraryStyles = {
  cytoscape: '.__________cytoscape_container { position: relative; }',
  reactAria: '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
}

const styleHashes = Object.values(libraryStyles).map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)

/** What the window may load: scripts, styles and fonts of the application itself, pictures it makes; nothing else, from nowhere. */
export const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${styleHashes.join(' ')}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** A document to print is a single page without scripts that carries its pictures and fonts inside. */
export const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
