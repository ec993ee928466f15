import { extname } from 'node:path'
import type { Survey } from './survey.ts'

/** What a file is, by its bytes. */
export type Format = 'zip' | 'ole2' | 'json' | 'xml' | 'html' | 'text' | 'packed' | 'binary'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1')
const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const PDF = Buffer.from('%PDF', 'latin1')
/** gzip, 7-Zip and RAR */
const PACKED = [Buffer.from([0x1f, 0x8b]), Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), Buffer.from('Rar!\x1a\x07', 'latin1')]
const HTML = /^\s*(<!doctype html|<html|<head|<body|<table|<meta)/i

/** Recognises the format by the first bytes. */
export function formatOf(survey: Survey): Format {
  const { head } = survey
  if (starts(head, ZIP) || starts(head, EMPTY_ZIP)) return 'zip'
  if (starts(head, OLE2)) return 'ole2'
  if (PACKED.some((magic) => starts(head, magic))) return 'packed'
  if (starts(head, PDF) || isBinary(survey)) return 'binary'
  const text = new TextDecoder(survey.encoding).decode(head).replace(/^\ufeff/, '').trimStart()
  if (text.startsWith('{') || text.startsWith('[')) return 'json'
  if (HTML.test(text)) return 'html'
  return text.startsWith('<') ? 'xml' : 'text'
}

function starts(head: Buffer, magic: Buffer): boolean {
  return head.subarray(0, magic.length).equals(magic)
}

/** Text has no control characters but tabs, line ends, form feeds and those made to separate; one zero in a thousand is forgiven. */
function isBinary(survey: Survey): boolean {
  if (survey.encoding.startsWith('utf-16')) return false
  let strange = 0
  for (const byte of survey.head) if (byte < 9 || (byte > 13 && byte < 0x1a)) strange += 1
  return strange > survey.head.length / 1000
}

/** Names that promise a workbook: many an application exports text under them. */
export function claimsWorkbook(path: string): boolean {
  return ['.xls', '.xlsx', '.xlsm', '.xlsb', '.ods'].includes(extname(path).toLowerCase())
}

const UTF16_NAME = (name: string) => Buffer.from(name, 'utf16le')

/** What an OLE2 container holds, by the names of its streams: an encrypted workbook, an old workbook, or something else. */
export function ole2Content(bytes: Buffer): 'encrypted' | 'workbook' | 'other' {
  if (bytes.includes(UTF16_NAME('EncryptedPackage'))) return 'encrypted'
  return bytes.includes(UTF16_NAME('Workbook')) || bytes.includes(UTF16_NAME('Book')) ? 'workbook' : 'other'
}

/** The storage in which an old workbook keeps its macros. */
export function hasOle2Macros(bytes: Buffer): boolean {
  return bytes.includes(UTF16_NAME('_VBA_PROJECT'))
}

/** Parts of a zipped workbook that hold macros: of Visual Basic, of Excel 4, and the Basic or scripts of an OpenDocument file. */
export function isMacroPart(name: string): boolean {
  return name.endsWith('vbaProject.bin') || name.includes('macrosheets/') || /^(Basic|Scripts)\/./.test(name)
}

export const MACROS_IGNORED = 'De macro’s in deze werkmap zijn genegeerd.'
