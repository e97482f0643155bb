const FENCE = /^```sh\n([\s\S]*?)^```$/gm

/** The shell blocks of a Markdown page that hold a command, in order, as printed. */
export const shellBlocks = (page: string, command: RegExp): readonly string[] =>
  [...page.matchAll(FENCE)].map(([, block]) => block ?? '').filter((block) => command.test(block))
