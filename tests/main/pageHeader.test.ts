import { expect, test } from 'vitest'
import { withPageHeader } from '../../electron/main/pageHeader.ts'

const page = (head: string) => `<!doctype html><html lang="nl"><head>${head}<title>Dossier</title></head><body></body></html>`

test('every page says who made it and when, once', () => {
  const { header, html } = withPageHeader(page('<meta name="stamp" content="C-2026-0001 · A. Analist, 21-11-2026 10:00, logregel 42">'))
  expect(header).toContain('>C-2026-0001 · A. Analist, 21-11-2026 10:00, logregel 42<')
  expect(html).toContain('@top-right { content: none }')
})

test('what a user is called stays text', () => {
  expect(withPageHeader(page('<meta name="stamp" content="A. &lt;b&gt;Analist">')).header).toContain('A. &lt;b&gt;Analist')
})

test('a document that says nothing has no header and stays as it is', () => {
  expect(withPageHeader(page(''))).toEqual({ header: '<span></span>', html: page('') })
})
