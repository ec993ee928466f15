/** Looks shared by both writers: colours as hex without #, sizes in points, measures in millimetres. */
export const paper = {
  ink: '17222b',
  soft: '4a5964',
  accent: '0d5c63',
  accentSoft: 'e3f0f0',
  line: 'c9d3d9',
  hairline: 'dde4e8',
  noteFill: 'f9f5ec',
  noteLine: 'a37a36',
  body: 9.5,
  small: 8,
  /** A4 with these margins leaves 174 mm of text */
  page: { width: 210, height: 297, margin: { top: 24, bottom: 22, side: 18 } },
} as const

/** Width of the text in millimetres. */
export const textWidth = paper.page.width - 2 * paper.page.margin.side

/** Largest height of a picture in millimetres, so that its caption stays on the page. */
export const pictureHeight = 200
