/** The public face of the case stage. */
export { changeCase, countCases, createCase, listCases } from './cases.ts'
export { destroyableCase } from './caseDestruction.ts'
export { replacePicture } from './casePicture.ts'
export { askDestruction, decideDestruction, listDestructions } from './destruction.ts'
export { readCase } from './readCase.ts'
export { addStatement, removeStatement } from './statements.ts'
export { compareCases, listViews, readView, removeView, restoreView, saveView } from './views.ts'
