export function AddressView() { return null }
