export const purposeText = {
  title: 'Waarvoor raadpleegt u?',
  why: 'Het doel geldt voor alles wat u hierna bekijkt. Het komt bij elke regel in het logboek en op elke export te staan.',
  choice: 'Doel',
  choiceWhy: (ground: string, opens: readonly string[]) => `${ground}. Opent: ${opens.join(', ')}.`,
  caseNumber: 'Zaaknummer',
  caseNumberNeeded: 'Voor dit doel is een zaaknummer verplicht.',
  caseNumberOptional: 'Als er een is.',
  caseNumberHidden: 'Wat een BSN kan zijn, staat niet voluit in logboek en export.',
  none: 'Bij uw rol hoort geen doel waarvoor u mag raadplegen. Vraag de beheerder om de juiste rol.',
  set: 'Doel kiezen',
  awaited: 'Wacht tot u een doel kiest',
} as const
