import { createHash } from 'node:crypto'
import type { CaseFile } from '#shared/contract/dossier.ts'
import type { SavedRequest } from '#shared/contract/caseProposal.ts'
import { openParts } from '#shared/model/caseProposal.ts'
import { enumerated, formatCount } from '#shared/text/format.ts'
import { partnerLabel, proposalPartLabel, urgencyLabel } from '#shared/text/caseProposal.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import type { Block, Cell, Section } from './document.ts'

/** What partners are asked, why and on which ground; nothing for a case that is not brought to them. */
export function proposalSections(file: CaseFile): Section[] {
  const { proposal, partnerRequests, status } = file
  if (proposal === null && partnerRequests.length === 0 && status !== 'proposed') return []
  const open = openParts(file).map((part) => proposalPartLabel[part])
  const blocks: Block[] = [
    {
      type: 'properties',
      items: [
        { label: 'Fenomeen', value: phenomenonLabel[file.phenomenon] },
        { label: 'Urgentie', value: urgencyText(file) },
        { label: 'Regiehouder', value: proposal?.lead ?? '' },
        { label: 'Netwerkbeeld', value: pictureVersion(file) },
      ].filter(({ value }) => value !== ''),
    },
    ...words('Crimineel proces en barrières', proposal?.processStep),
    ...requestBlocks(partnerRequests),
    ...words('Proportionaliteit', proposal?.proportionality),
    ...words('Subsidiariteit', proposal?.subsidiarity),
    ...(open.length === 0 ? [] : [note(`Nog niet ingevuld: ${enumerated(open.map((label) => label.toLowerCase()))}.`)]),
    note('Wie meldde, staat niet in dit voorstel. Gegevens van de FIU worden niet ingelezen en niet verstrekt.'),
  ]
  return [{ heading: 'Casusvoorstel', tone: 'plain', blocks }]
}

function urgencyText({ proposal }: CaseFile): string {
  if (!proposal?.urgency) return ''
  return [urgencyLabel[proposal.urgency], proposal.urgencyReason].filter((part) => part !== '').join(': ')
}

/** So that partners who speak of ‘the network’ know whether they look at the same one. */
function pictureVersion({ picture }: CaseFile): string {
  const mark = createHash('sha256').update(JSON.stringify(picture)).digest('hex').slice(0, 12)
  return `${formatCount(picture.nodes.length, 'knoop', 'knopen')} en ${formatCount(picture.links.length, 'relatie', 'relaties')}, versie ${mark}`
}

function requestBlocks(requests: readonly SavedRequest[]): Block[] {
  const heading: Block = { type: 'heading', text: 'Partners' }
  if (requests.length === 0) return [heading, note('Er is nog geen partner genoemd.')]
  const rows = requests.map(({ partner, reason, information, ground }): Cell[] => [[{ strong: partnerLabel[partner] }], [reason], [information], [ground]])
  const columns = [{ heading: 'Partner', width: 18 }, { heading: 'Waarom nodig', width: 27 }, { heading: 'Gevraagd', width: 33 }, { heading: 'Grondslag', width: 22 }]
  return [heading, { type: 'table', caption: 'Wat van wie gevraagd wordt, en op welke grondslag', columns, rows }]
}

function words(heading: string, text = ''): Block[] {
  const parts = text.split(/\n+/).map((part) => part.trim()).filter((part) => part !== '')
  return parts.length === 0 ? [] : [{ type: 'heading', text: heading }, ...parts.map((part): Block => ({ type: 'paragraph', text: [part] }))]
}

function note(sentence: string): Block {
  return { type: 'paragraph', text: [sentence], role: 'note' }
}
