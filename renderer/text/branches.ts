export const branchesText = {
  levels: { division: 'Afdelingen', group: 'Groepen' },
  plural: { division: 'afdelingen', group: 'groepen' },
  version: 'Versie',
  versions: (version: string) => (version === '' ? 'Zonder versie' : `SBI ${version}`),
  versionNote: 'Het Handelsregister ging in september 2025 over op SBI 2025. De twee indelingen worden nooit met elkaar vergeleken.',
  table: (plural: string, phenomenon: string) => `Rangorde van ${plural} voor ${phenomenon.toLowerCase()}`,
  columns: { code: 'SBI', name: { division: 'Afdeling', group: 'Groep' }, parent: { division: 'Sectie', group: 'Afdeling' }, locations: 'Vestigingen' },
  tree: 'Indeling',
  treeLabel: (version: string) => `Indeling ${version === '' ? 'zonder versie' : `SBI ${version}`}: secties, afdelingen en groepen`,
  withoutSection: 'Zonder sectie',
  none: 'Er zijn geen vestigingen ingelezen. Lees bij Bronnen het Handelsregister in.',
} as const
