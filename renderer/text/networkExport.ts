/** Saving the network as a picture or as data. */
export const exportText = {
  dialog: 'Netwerk opslaan',
  format: 'Vorm',
  formats: {
    png: 'PNG, afbeelding',
    svg: 'SVG, schaalbare afbeelding',
    pdf: 'PDF, om af te drukken',
    xlsx: 'XLSX, twee tabellen',
    'csv-links': 'CSV, verbindingen',
    'csv-nodes': 'CSV, knopen',
    graphml: 'GraphML',
    gexf: 'GEXF (Gephi)',
    anx: 'ANX (i2 Analyst’s Notebook)',
  },
  scope: 'Hoeveel',
  scopes: { all: 'wat in beeld is', chosen: 'wat gekozen is' },
  confidentiality: 'Vertrouwelijkheid',
  nodeColumns: 'Kolommen van knopen',
  linkColumns: 'Kolommen van verbindingen',
  why: 'Doel, datum, vertrouwelijkheid en logregel komen in het bestand te staan. Groepen gaan open mee; notities en vermoedens gaan niet mee.',
  save: 'Plaats kiezen en opslaan…',
} as const
