import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { PrintDocument } from './document.ts'
import { paper, pictureHeight } from './paper.ts'

/** The style of a page to print, with the font inside: a document must look the same on every machine and need nothing. */
export function htmlStyle({ reference, classification, stamp }: PrintDocument): string {
  const { margin } = paper.page
  return `
${fontFace('latin-ext', 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF')}
${fontFace('latin', 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2212')}
@page {
  size: A4;
  margin: ${margin.top}mm ${margin.side}mm ${margin.bottom}mm;
  @top-left { content: '${quoted(classification)}'; font: 600 7.5pt 'Inter'; color: #${paper.accent}; }
  @top-right { content: '${quoted([reference, stamp].filter((part) => part !== '').join(' · '))}'; font: 7.5pt 'Inter'; color: #${paper.soft}; }
}
@page :first { @top-left { content: none; } @top-right { content: none; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: ${paper.body}pt/1.5 'Inter', 'Segoe UI', Arial, sans-serif; color: #${paper.ink}; hyphens: manual; }
body { max-width: ${paper.page.width - 2 * margin.side}mm; margin: 0 auto; print-color-adjust: exact; }
@media screen { body { padding: 12mm 0; } }
a { color: inherit; text-decoration: none; }
p { margin-bottom: 2.2mm; orphans: 3; widows: 3; }
h1 { font-size: 24pt; line-height: 1.18; font-weight: 650; letter-spacing: -0.02em; margin: 1.5mm 0 9mm; max-width: 150mm; text-wrap: balance; }
h2 { font-size: 14pt; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; margin: 11mm 0 3.5mm; break-after: avoid; }
h2 .number { display: inline-block; min-width: 9mm; color: #${paper.accent}; font-weight: 500; }
h3 { font-size: 10.5pt; font-weight: 650; margin: 7mm 0 1.5mm; break-after: avoid; }
strong { font-weight: 650; }
.cover { break-after: page; padding-top: 8mm; }
.classification { display: inline-block; border: 0.4mm solid #${paper.accent}; border-radius: 1mm; padding: 0.8mm 2.6mm; font-weight: 650; color: #${paper.accent}; margin-bottom: 12mm; }
.kind { font-size: 11pt; color: #${paper.accent}; font-weight: 600; margin: 0; }
.properties { margin: 0 0 7mm; }
.properties div { display: grid; grid-template-columns: 42mm 1fr; gap: 4mm; padding: 1.5mm 0; border-bottom: 0.2mm solid #${paper.hairline}; break-inside: avoid; }
.properties dt { color: #${paper.soft}; }
.properties dd { overflow-wrap: anywhere; }
.guide { border-left: 0.8mm solid #${paper.accent}; padding-left: 4mm; margin: 0 0 7mm; max-width: 150mm; }
.contents { font-weight: 650; margin-bottom: 1mm; }
nav ol { list-style: none; columns: 2; column-gap: 10mm; counter-reset: part; }
nav li { counter-increment: part; padding: 0.4mm 0; break-inside: avoid; }
nav li::before { content: counter(part); display: inline-block; min-width: 7mm; color: #${paper.accent}; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 2mm 0 6mm; font-size: ${paper.small}pt; line-height: 1.4; }
caption { text-align: left; color: #${paper.soft}; padding-bottom: 1.2mm; break-after: avoid; }
thead { display: table-header-group; }
tfoot { display: table-row-group; }
th { text-align: left; vertical-align: bottom; font-weight: 650; padding: 1.2mm 2.4mm 1.2mm 0; border-bottom: 0.35mm solid #${paper.ink}; }
td { vertical-align: top; padding: 1.3mm 2.4mm 1.3mm 0; border-bottom: 0.2mm solid #${paper.hairline}; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
tfoot td { border-top: 0.35mm solid #${paper.ink}; border-bottom: 0; }
tr { break-inside: avoid; }
.short { break-inside: avoid; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 2mm 0 6mm; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; max-height: ${pictureHeight}mm; border: 0.2mm solid #${paper.hairline}; }
figcaption, .note { font-size: ${paper.small}pt; line-height: 1.45; color: #${paper.soft}; }
figcaption { padding-top: 1.5mm; }
.callout { background: #${paper.accentSoft}; border-radius: 1mm; padding: 3.5mm 4.5mm 1.8mm; margin: 1mm 0 6mm; break-inside: avoid; }
.callout-title { font-weight: 650; margin-bottom: 1mm; }
.numbered { list-style: none; }
.numbered li { display: grid; grid-template-columns: 10mm 1fr; padding: 1.6mm 0; break-inside: avoid; }
.numbered .label { font-weight: 650; color: #${paper.accent}; }
.numbered p { margin: 0; }
.maker { font-size: ${paper.small}pt; color: #${paper.soft}; }
.nowrap { white-space: nowrap; }
.source { color: #${paper.accent}; white-space: nowrap; }
ul { margin: 0 0 4mm 5mm; }
li { padding: 0.6mm 0; }
.interpretation { background: #${paper.noteFill}; border-left: 0.8mm dashed #${paper.noteLine}; padding: 5mm 5mm 3mm; margin-top: 11mm; break-inside: avoid; }
.interpretation h2 { margin-top: 0; }
.interpretation .numbered .label { color: #${paper.noteLine}; }
`
}

/** For a string in the style: no quote, no line end, nothing that could close the style element. */
function quoted(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:·()-]/gu, '')
}

/** The two subsets of Inter that Dutch and the names in Dutch registers need, as the package divides them. */
function fontFace(subset: 'latin' | 'latin-ext', range: string): string {
  const require = createRequire(join(import.meta.dirname, 'htmlStyle.js'))
  const font = readFileSync(require.resolve(`@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`)).toString('base64')
  return `@font-face { font-family: 'Inter'; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) format('woff2'); unicode-range: ${range}; }`
}
