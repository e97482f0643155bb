import type { Publisher } from '../sigma/publisher.ts'
import { remember } from '../indicator/remember.ts'

const MOST_LINKS = 5

/**
 * The publisher's address, then the first source links that Sigma accepts as references: techniques are tags instead,
 * and GitHub files are only linked at a commit. Takes http(s) links, sorted and unique.
 */
export const referencesFor = (publisher: Publisher, links: readonly string[]): readonly string[] =>
  referencesOf(publisher)(links)

const referencesOf = remember(({ url }: Publisher) =>
  remember((links: readonly string[]): readonly string[] => {
    const accepted = links.filter((link) => link !== url && !isTechniqueLink(link) && !isBranchLink(link))
    return [url, ...accepted.slice(0, MOST_LINKS)]
  })
)

const TECHNIQUE_LINK = /^https?:\/\/attack\.mitre\.org(?:[/:?#]|$)/i
const isTechniqueLink = (link: string): boolean => TECHNIQUE_LINK.test(link)

// The dots of `github.com` match any character in SigmaHQ's validator `sigmahq_github_link`, so they do here.
const GITHUB = /^https?:\/\/(?:www\.)?github.com\//i
const FILE_VIEW = /\/(?:blob|tree|raw|edit|blame)\//
// The validator takes an ending of one to three word characters for a file; \w knows all scripts in Python.
const FILE_ENDING = /\.[\p{L}\p{N}_]{1,3}$/u
const COMMIT = /\/[0-9a-z]{40}\//

const isBranchLink = (link: string): boolean =>
  GITHUB.test(link) && !COMMIT.test(link) && (FILE_VIEW.test(link) || FILE_ENDING.test(link))
