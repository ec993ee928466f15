import { WebContentsView, session } from 'electron'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { makeWholeFile } from '../disk/wholeFile.ts'
import { printPolicy } from './contentPolicy.ts'
import { withPageHeader } from './pageHeader.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { origin, scheme, serveDocument } from './protocol.ts'

const partition = 'print'
const footer =
  '<div style="width:100%;margin:0 18mm;font:8pt Inter,Arial,sans-serif;color:#555;display:flex;justify-content:space-between">' +
  '<span class="title"></span><span>Pagina <span class="pageNumber"></span> van <span class="totalPages"></span></span></div>'

let previous: Promise<unknown> = Promise.resolve()

/**
 * Prints a complete, self-contained HTML document on A4 as a tagged PDF with an outline and numbered pages, in a
 * sandboxed page where no script runs and that no window shows. One at a time. The document may set its own margins
 * with `@page`.
 */
export function printPdf(html: string): Promise<Uint8Array> {
  const next = previous.then(() => printOffScreen(html))
  previous = next.catch(() => undefined)
  return next
}

async function printOffScreen(html: string): Promise<Uint8Array> {
  const shut = session.fromPartition(partition)
  lockSession(shut)
  const { header, html: body } = withPageHeader(html)
  serveDocument(shut, body, printPolicy)
  // a page without a window needs no display either
  const page = new WebContentsView({
    webPreferences: { session: shut, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, devTools: false },
  })
  lockContents(page.webContents)
  try {
    await page.webContents.loadURL(`${origin}document`)
    return await page.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: header,
      footerTemplate: footer,
    })
  } finally {
    page.webContents.close()
    shut.protocol.unhandle(scheme)
  }
}

/**
 * For the command line: prints a file, or with `-` what comes in to what goes out, so that nothing of a case stands on a disk.
 * @returns the exit code: 0 done, 1 with a sentence on stderr
 */
export async function printFile(source: string, target: string): Promise<number> {
  try {
    const html = source === '-' ? await text(process.stdin) : await readFile(source, 'utf8')
    const pdf = await printPdf(html)
    if (target === '-') await writeOut(pdf)
    else makeWholeFile(target, (put) => put(pdf))
    return 0
  } catch {
    process.stderr.write('Afdrukken naar PDF is niet gelukt.\n')
    return 1
  }
}

function writeOut(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}
