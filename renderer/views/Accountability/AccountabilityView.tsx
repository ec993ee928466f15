export function AccountabilityView() {
  return null
}
