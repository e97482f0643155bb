/** Takes a response header as soon as it is known, so that later refusals carry it too. */
export type SetHeader = (name: string, value: string) => void
