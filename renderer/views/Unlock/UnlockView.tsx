export function UnlockView() { return null }
