import { utils, write } from 'xlsx'
import type { CaseFile } from '#shared/contract/dossier.ts'
import type { SourceRef } from '#shared/model/entity.ts'
import { dayOf } from '#shared/text/format.ts'
import { linkForward } from '#shared/text/links.ts'
import { entityKindLabel, linkStrengthLabel, timelineCategoryLabel } from '#shared/text/terms.ts'
import { makeSourceRegister, type SourceRegister } from './sourceRegister.ts'
import { toSheet, type Sheet, type Value } from './workbookSheet.ts'

const sourceColumns: Sheet['columns'] = [['Bron', 7], ['Bestand', 34], ['Blad', 20], ['Rij', 8]]

/**
 * What the dossier rests on, as a workbook to calculate with: subjects, links, facts, timeline, signals and sources.
 * Every row names its source row. Interpretation is not in it. Texts are text cells, so that nothing is ever a formula.
 */
export function factsWorkbook(file: CaseFile): Uint8Array {
  const sources = makeSourceRegister()
  const sheets = [subjects(file), relations(file, sources), facts(file, sources), timeline(file, sources), signals(file, sources)]
  const book = utils.book_new()
  for (const sheet of [...sheets, sourceList(sources)]) utils.book_append_sheet(book, toSheet(sheet), sheet.name)
  book.Props = { Title: `Feiten bij ${file.number}`, Author: 'Signaleringstool Ondermijning' }
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', compression: true })
  return new Uint8Array(bytes)
}

function subjects({ subjects: all }: CaseFile): Sheet {
  return {
    name: 'Onderwerpen',
    columns: [['Soort', 10], ['Onderwerp', 34], ['Gegevens', 40], ['Rol in dit dossier', 80]],
    rows: all.map(({ kind, label, detail, roles }) => [entityKindLabel[kind], label, detail, roles.join('; ')]),
  }
}

function relations({ picture }: CaseFile, register: SourceRegister): Sheet {
  const labels = new Map(picture.nodes.map(({ key, label }) => [key, label]))
  return {
    name: 'Relaties',
    columns: [['Van', 34], ['Relatie', 24], ['Omschrijving', 24], ['Naar', 34], ['Begin', 12], ['Einde', 12], ['Sterkte', 14], ...sourceColumns],
    rows: picture.links.map(({ from, to, kind, label, start, end, strength, source }) => [
      labels.get(from) ?? '', linkForward({ kind, label }), label, labels.get(to) ?? '', { date: start }, { date: end }, linkStrengthLabel[strength], ...sourceCells(source, register),
    ]),
  }
}

function facts({ statements }: CaseFile, register: SourceRegister): Sheet {
  const stated = statements.filter(({ type }) => type === 'fact')
  return {
    name: 'Feiten',
    columns: [['Feit', 7], ['Tekst', 90], ['Vastgesteld door', 24], ['Op', 12], ...sourceColumns],
    rows: stated.flatMap(({ text, by, at, sources }, place) =>
      sources.map((source): Value[] => [`F${place + 1}`, text, by, { date: dayOf(at) }, ...sourceCells(source, register)]),
    ),
  }
}

function timeline(file: CaseFile, register: SourceRegister): Sheet {
  const labels = new Map(file.subjects.map(({ key, label }) => [key, label]))
  return {
    name: 'Tijdlijn',
    columns: [['Datum', 12], ['Tot', 12], ['Soort', 18], ['Wat de bron zegt', 90], ['Onderwerpen', 50], ...sourceColumns],
    rows: file.timeline.map((entry) => [
      { date: entry.date }, { date: entry.until }, timelineCategoryLabel[entry.category], entry.text, entry.subjects.map((key) => labels.get(key) ?? '').join('; '),
      ...sourceCells(entry.source, register),
    ]),
  }
}

function signals(file: CaseFile, register: SourceRegister): Sheet {
  return {
    name: 'Signalen',
    columns: [['Signaal', 16], ['Afdeling', 24], ['Soort', 24], ['Over', 34], ['Van', 12], ['Tot', 12], ['Inhoud zoals geleverd', 90], ...sourceColumns],
    rows: file.signals.map(({ number, department, kind, subject, from, to, content, source }) => [
      number, department, kind, subject, { date: from }, { date: to }, content, ...sourceCells(source, register),
    ]),
  }
}

function sourceList(register: SourceRegister): Sheet {
  return {
    name: 'Bronnen',
    columns: [...sourceColumns, ['Leverancier', 26], ['Peildatum', 12]],
    rows: register.all().map((source) => [...sourceCells(source, register), source.supplier, { date: source.referenceDate }]),
  }
}

function sourceCells(source: SourceRef, register: SourceRegister): Value[] {
  return [register.number(source), source.file, source.sheet, source.row]
}
