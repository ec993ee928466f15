/** Rows of plots along a bend in the canal, with one small network over them. Ornament; no data. */
export function Plots() {
  return (
    <svg className="unlock-plots" viewBox="0 0 480 900" preserveAspectRatio="xMidYMax slice" aria-hidden>
      <linearGradient id="unlock-fade" gradientUnits="userSpaceOnUse" x1="0" y1="400" x2="0" y2="560">
        <stop stopColor="#fff" stopOpacity="0" />
        <stop offset="1" stopColor="#fff" stopOpacity="0.16" />
      </linearGradient>
      <path d={plots} fill="none" stroke="url(#unlock-fade)" />
      <g stroke="#fff" strokeOpacity="0.55" strokeWidth="1.25" fill="#0d5c63">
        <path d="M92 742 212 640M212 640 356 690M356 690 300 812M212 640 172 520M356 690 408 580" fill="none" />
        <rect x="83" y="733" width="18" height="18" rx="3" />
        <path d="m212 627 13 13-13 13-13-13z" />
        <circle cx="356" cy="690" r="10" />
        <rect x="291" y="803" width="18" height="18" rx="3" />
        <circle cx="172" cy="520" r="10" />
        <path d="m408 567 13 13-13 13-13-13z" />
      </g>
    </svg>
  )
}

/** All plots as one path: a hundred rectangles would be a hundred elements to lay out before the first picture. */
const plots = Array.from({ length: 11 }, (_, row) => Array.from({ length: 9 }, (__, plot) => outline(row, plot)).join('')).join('')

/** One plot, turned with its row round the foot of the picture. */
function outline(row: number, plot: number): string {
  const x = -60 + plot * 66
  const y = 330 + row * 58
  const width = 34 + ((row * 7 + plot * 5) % 4) * 7
  const height = 30 + ((plot + row) % 3) * 6
  const turn = ((-14 + row * 2.4) * Math.PI) / 180
  const corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height]] as const
  const turned = corners.map(([left, top]) => {
    const across = (left - 240) * Math.cos(turn) - (top - 900) * Math.sin(turn)
    const down = (left - 240) * Math.sin(turn) + (top - 900) * Math.cos(turn)
    return `${(240 + across).toFixed(1)} ${(900 + down).toFixed(1)}`
  })
  return `M${turned.join('L')}Z`
}
