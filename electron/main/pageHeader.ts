const STAMP = /<meta name="stamp" content="([^"]*)">/
const line = 'width:100%;margin:0 18mm;font:7.5pt Inter,Arial,sans-serif;color:#555;text-align:right'
/** The page may say the same in the margin itself, where its browser knows margin boxes; it is said once. */
const WITHOUT_OWN = '<style>@page { @top-left { content: none } @top-right { content: none } }</style></head>'

/**
 * What stands at the top of every page of a PDF: who made it and when, as the document says in `<meta name="stamp">`, so that a page that
 * strays can be traced.
 * @returns the header as Chromium takes it, and the document without one of its own
 */
export function withPageHeader(html: string): { header: string; html: string } {
  // still written as an attribute, so it can hold no markup
  const stamp = STAMP.exec(html)?.[1] ?? ''
  if (stamp === '') return { header: '<span></span>', html }
  return { header: `<div style="${line}">${stamp}</div>`, html: html.replace('</head>', WITHOUT_OWN) }
}
