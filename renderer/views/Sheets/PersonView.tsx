export function PersonView() { return null }
