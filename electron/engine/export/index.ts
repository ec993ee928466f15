/** The public face of the export stage: what leaves the vault, and a record that it did. */
export { exportAccess } from './exportAccess.ts'
export { exportBibob } from './exportBibob.ts'
export { exportCase } from './exportCase.ts'
export { exportLog } from './exportLog.ts'
export { exportNetwork, pictureHtml } from './exportNetwork.ts'
export { exportSheet } from './exportSheet.ts'
export { frameOf, picturePng, pictureSvg, type PictureFrame } from './networkPicture.ts'
