import { mkdirSync } from 'node:fs'
import { Document, Packer, Paragraph } from 'docx'
import { best, timed } from '../clock.ts'
import { measured, type Group } from '../measurement.ts'
import { demoVault, workshop } from '../workshop.ts'

export const cases: Group = {
  name: 'casus',
  async *measure(size) {
    const vault = await demoVault(size)
    const stack = vault.truth.networks.find(({ kind }) => kind === 'stapeladres')?.addresses[0] ?? 0
    const key = `address:${String(stack).padStart(16, '0')}`
    const { nodes, links } = await vault.ask('network.expand', { keys: [key], depth: 2, filter: {}, limit: 150 })
    const picture = { nodes: nodes.map((node, i) => ({ ...node, x: (i % 12) * 160, y: Math.floor(i / 12) * 120, pinned: false })), links }
    const made = await timed(() => vault.ask('case.create', { title: 'Meetbank', phenomenon: 'witwassen', occasion: 'Meting', goal: 'Meting', picture }))
    yield measured('casus', `casus maken van ${nodes.length} onderwerpen`, { value: made.ms, unit: 'ms' })
    const reading = await best(3, () => vault.ask('case.get', { id: made.value.id }))
    yield measured('casus', 'casus openen met tijdlijn, signalen en scores', { value: reading, unit: 'ms' })
    const folder = workshop('dossier')
    mkdirSync(folder, { recursive: true })
    const { timeline } = await vault.ask('case.get', { id: made.value.id })
    const bare = await best(2, () => Packer.toBuffer(new Document({ sections: [{ children: timeline.map(({ text }) => new Paragraph(text)) }] })))
    const exported = await timed(() => vault.ask('case.export', { id: made.value.id, folder: vault.grant(folder), recipients: 'meetbank' }))
    yield measured('casus', 'dossier als DOCX, XLSX, PNG en SVG, zonder afdrukken', {
      value: exported.ms, unit: 'ms', reference: { name: `${timeline.length} kale alinea’s met docx`, value: bare },
    })
  },
}
