/** Does something in the so manieth frame from now. @returns the way to prevent it */
export function afterFrames(count: number, work: () => void): () => void {
  let frame = requestAnimationFrame(function wait() {
    count -= 1
    if (count > 0) frame = requestAnimationFrame(wait)
    else work()
  })
  return () => cancelAnimationFrame(frame)
}
