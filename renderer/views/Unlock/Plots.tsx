/** Rows of plots along a bend in the canal, with one small network over them. Ornament; no data. */
export function Plots() {
  const rows = Array.from({ length: 11 }, (_, row) => row)
  const plots = Array.from({ length: 9 }, (_, plot) => plot)
  return (
    <svg className="unlock-plots" viewBox="0 0 480 900" preserveAspectRatio="xMidYMax slice" aria-hidden>
      <g fill="none" stroke="#fff" strokeOpacity="0.16">
        {rows.flatMap((row) =>
          plots.map((plot) => {
            const turn = -14 + row * 2.4
            const width = 34 + ((row * 7 + plot * 5) % 4) * 7
            return <rect key={`${row} ${plot}`} x={-60 + plot * 66} y={330 + row * 58} width={width} height={30 + ((plot + row) % 3) * 6} transform={`rotate(${turn} 240 900)`} />
          }),
        )}
      </g>
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
