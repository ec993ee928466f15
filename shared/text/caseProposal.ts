import type { Partner, ProposalPart, Urgency } from '../model/caseProposal.ts'

export const partnerLabel: Record<Partner, string> = {
  police: 'Politie',
  prosecution: 'Openbaar Ministerie',
  'tax-authority': 'Belastingdienst',
  'benefits-authority': 'Dienst Toeslagen',
  customs: 'Douane',
  'fiscal-investigation': 'FIOD',
  'labour-inspectorate': 'Nederlandse Arbeidsinspectie',
  marechaussee: 'Koninklijke Marechaussee',
  immigration: 'IND',
  'employee-insurance': 'UWV',
  province: 'Provincie',
  'other-municipality': 'Andere gemeente',
}

export const urgencyLabel: Record<Urgency, string> = { regular: 'regulier', soon: 'spoed', danger: 'direct gevaar' }

export const proposalPartLabel: Record<ProposalPart, string> = {
  occasion: 'Aanleiding',
  goal: 'Doel',
  subjects: 'Onderwerpen',
  facts: 'Feiten',
  processStep: 'Crimineel proces en barrières',
  urgency: 'Urgentie',
  proportionality: 'Proportionaliteit',
  subsidiarity: 'Subsidiariteit',
  lead: 'Regiehouder',
  partners: 'Partners en wat hun gevraagd wordt',
}
