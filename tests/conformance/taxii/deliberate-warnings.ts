/** Checks of the validator that may warn, by number, with the reason why that is meant. */
export const DELIBERATE_WARNINGS: Readonly<Record<string, string>> = {
  103: 'ids are of version 5 of UUIDs, so that an indicator has the same one in every store',
  302: 'references lead to pages, whose bytes nobody can vouch for'
}
