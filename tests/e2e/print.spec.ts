import { expect, test } from '@playwright/test'
import { printHtml } from '../../electron/cli/print.ts'

const page = `<!doctype html><html lang="nl"><head><title>Dossier 2026-001</title></head><body>
  <h1>Dossier</h1><p id="feit">Feit</p><h2 style="break-before: page">Bronnen</h2>
  <img src="https://example.org/spoor.png" alt="">
  <script>document.body.innerHTML = ''</script></body></html>`

test('the command line prints a tagged PDF off screen, without a display', async () => {
  const pdf = Buffer.from(await printHtml(page)).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  for (const part of ['/StructTreeRoot', '/Lang (nl)', '/Outlines']) expect(pdf).toContain(part)
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2)
})
