/** What else is written whenever counts are. */
export type Rider = () => Promise<void>
