/** What to do about a file that is not as it was written. */
export const BUILD_AGAIN = 'Build the bundle again.'
