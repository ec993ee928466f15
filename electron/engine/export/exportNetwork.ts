import type { NetworkPicture } from '#shared/model/network.ts'
import type { NetworkFormat } from '#shared/model/networkExport.ts'
import { networkAnx } from './networkAnx.ts'
import { pictureSvg, type PictureFrame } from './networkPicture.ts'
import { accountRows, csvOf, linkSheet, networkWorkbook, nodeSheet, type TableColumns } from './networkTable.ts'
import { outgoingNetwork } from './outgoing.ts'
import { networkGexf, networkGraphml } from './networkXml.ts'

/** What of a network goes into a file. */
export interface NetworkOrder {
  format: NetworkFormat
  /** for `csv`: which of the two tables */
  table: 'nodes' | 'links'
  columns: TableColumns
}

/** What is shown, in a format other programs read, with title, purpose, day, confidentiality and log line in every one of them. */
export function exportNetwork(given: NetworkPicture, { format, table, columns }: NetworkOrder, around: PictureFrame): string | Uint8Array {
  const { picture, frame } = outgoingNetwork(given, around)
  if (format === 'graphml') return networkGraphml(picture, frame)
  if (format === 'gexf') return networkGexf(picture, frame)
  if (format === 'anx') return networkAnx(picture, frame)
  if (format === 'xlsx') return networkWorkbook(picture, columns, frame)
  return csvOf(table === 'nodes' ? nodeSheet(picture, columns.nodes) : linkSheet(picture, columns.links), accountRows(frame))
}

/** The picture on one page, lying or standing as it is, to print as PDF. */
export function pictureHtml(picture: NetworkPicture, frame: PictureFrame): string {
  const svg = pictureSvg(picture, frame)
  const [width = 4, height = 3] = (/width="(\d+)" height="(\d+)"/.exec(svg) ?? []).slice(1).map(Number)
  const side = width >= height ? 'landscape' : 'portrait'
  const [title = ''] = /(?<=<title>)[^<]*/.exec(svg) ?? []
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${title}</title><style>@page{size:A3 ${side};margin:10mm}body{margin:0}svg{width:100%;height:auto;max-height:95vh}</style></head><body><h1 style="position:absolute;left:-9999px">${title}</h1>${svg}</body></html>`
}
