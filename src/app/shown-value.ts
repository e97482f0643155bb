import type { Indicator } from '../indicator/indicator.ts'

/** The value as clients use it: a URL with its scheme, `http` if any source had it. */
export const shownValue = ({ kind, value, context }: Indicator): string =>
  kind === 'url' ? `${context.scheme ?? 'https'}://${value}` : value
