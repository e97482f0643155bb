const NEXT = /^<(\/[^/>\\][^>\\]*)>; rel="next"$/

/** Path and query of the next answer, by the Link header: RFC 8288. One that leads to another server is none. */
export const nextTarget = (headers: Headers): string | undefined => NEXT.exec(headers.get('link') ?? '')?.[1]
