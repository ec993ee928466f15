import type { Confidentiality, LinkColumn, NodeColumn } from '../model/networkExport.ts'

export const confidentialityLabel: Record<Confidentiality, string> = { internal: 'intern', confidential: 'vertrouwelijk', secret: 'geheim' }

export const nodeColumnLabel: Record<NodeColumn, string> = { kind: 'Soort', label: 'Naam', detail: 'Gegevens', references: 'Bekend bij afdelingen', key: 'Sleutel' }

export const linkColumnLabel: Record<LinkColumn, string> = {
  from: 'Van', relation: 'Relatie', label: 'Omschrijving', to: 'Naar', start: 'Begin', end: 'Einde', strength: 'Sterkte', ground: 'Grondslag',
  file: 'Bestand', sheet: 'Blad', row: 'Rij', supplier: 'Leverancier', referenceDate: 'Peildatum', fromKey: 'Sleutel van', toKey: 'Sleutel naar',
}
