/** How people write the Financial Intelligence Unit. */
const FIU = /(?<![\p{L}\p{N}])fiu(?![\p{L}\p{N}])|financial intelligence unit/iu

/** Whether a text names the FIU. What it knows stays with it and with the RIEC: it is neither taken in nor handed on. */
export function namesFiu(text: string): boolean {
  return FIU.test(text)
}
