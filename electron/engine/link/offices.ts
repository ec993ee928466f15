import type { OfficeMeaning } from '../store/linksTold.ts'

/** The functies of the Handelsregister (Haal Centraal HR-bevragen, domain.md §2.4) by their stored value; others count as a proxy, never as control. */
export const offices: readonly OfficeMeaning[] = [
  { office: 'bestuurder', kind: 'director', label: 'bestuurder' },
  { office: 'vereffenaar', kind: 'director', label: 'vereffenaar' },
  { office: 'lid_bestuurdend_orgaan', kind: 'director', label: 'lid van het bestuur' },
  { office: 'beheerder', kind: 'director', label: 'beheerder' },
  { office: 'commissaris', kind: 'supervisor', label: 'commissaris' },
  { office: 'lid_toezichthoudend_orgaan', kind: 'supervisor', label: 'lid van de raad van toezicht' },
  { office: 'enig_aandeelhouder', kind: 'shareholder', label: 'enig aandeelhouder' },
  { office: 'aandeelhouder', kind: 'shareholder', label: 'aandeelhouder' },
  { office: 'vennoot', kind: 'partner', label: 'vennoot' },
  { office: 'maat', kind: 'partner', label: 'maat' },
  { office: 'medeeigenaar', kind: 'partner', label: 'mede-eigenaar' },
  { office: 'eigenaar', kind: 'partner', label: 'eigenaar' },
  { office: 'gevolmachtigde', kind: 'proxy', label: 'gevolmachtigde' },
  { office: 'handelsagent', kind: 'proxy', label: 'handelsagent' },
  { office: 'boekhouder', kind: 'proxy', label: 'boekhouder' },
  { office: 'bewaarder_boeken_en_bescheiden', kind: 'proxy', label: 'bewaarder van boeken en bescheiden' },
  { office: 'curator', kind: 'insolvency', label: 'curator' },
  { office: 'bewindvoerder', kind: 'insolvency', label: 'bewindvoerder' },
  { office: 'rechter-commissaris', kind: 'insolvency', label: 'rechter-commissaris' },
  { office: 'rechter_commissaris', kind: 'insolvency', label: 'rechter-commissaris' },
]

/** Offices whose holders have a hold on the company; an accountant or receiver has many, and lives elsewhere. */
export const running = offices.flatMap(({ office, kind }) => (kind === 'director' || kind === 'shareholder' || kind === 'partner' ? [office] : []))
