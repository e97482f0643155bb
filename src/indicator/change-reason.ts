/** What an indicator's last change was, by code: what the changes feed says of it. */
export const CHANGE_REASONS = {
  new: 'it was taken in for the first time',
  changed: 'its sources say something else of it',
  returned: 'it came back after a removal, or the guard stops it no longer',
  guarded: 'the guard stops its value',
  expired: 'its lifetime passed without another sighting',
  withdrawn: 'the last of its sources took it back or no longer lists it',
  removed: 'it was removed by hand'
} as const

/** A code of {@link CHANGE_REASONS}. */
export type ChangeReason = keyof typeof CHANGE_REASONS

/** All reasons. */
export const CHANGE_REASON_NAMES = Object.keys(CHANGE_REASONS) as readonly ChangeReason[]

/** The reasons for which an indicator is kept as a removed one. */
export type RemovalReason = Extract<ChangeReason, 'expired' | 'withdrawn' | 'removed'>
