/**
 * Application roles (glossary: regisseur ondermijning, analist, Bibob-medewerker, beheerder, privacyfunctionaris, lezer). A plain list:
 * the unlock screen offers them before the window has made any schema.
 */
export const roles = ['director', 'analyst', 'bibobOfficer', 'admin', 'privacyOfficer', 'reader'] as const
export type Role = (typeof roles)[number]
