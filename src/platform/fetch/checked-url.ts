import { fileURLToPath } from 'node:url'
import { printable } from '../../problem/printable.ts'
import { refused } from './fetch-problem.ts'
import { shownUrl } from './shown-url.ts'

/** A letter and colon alone is a drive of Windows. */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i

/**
 * A web address as a URL, a file's as its path; a text without a scheme is a path. Throws `fetch_refused` for
 * anything else, and for credentials in a URL: they would end up in logs.
 */
export const checkedUrl = (text: string): URL | string => {
  if (!SCHEME.test(text)) return text
  if (!URL.canParse(text)) throw refused(`${schemeOf(text)}:...`, 'is no URL. Check its spelling')
  const url = new URL(text)
  return url.protocol === 'file:' ? pathOf(url) : checkedWebUrl(url)
}

/** The URL, where it is one of the web and carries no credentials. */
export const checkedWebUrl = (url: URL): URL => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(url.protocol + '//...', 'has a scheme that is not fetched. Use http, https or a file')
  }
  if (url.username !== '' || url.password !== '') {
    throw refused(
      shownUrl(url),
      "carries a user or password. Take them out and send a header: --header 'Authorization: env:VARIABLE'"
    )
  }
  return url
}

const pathOf = (url: URL): string => {
  try {
    return fileURLToPath(url)
  } catch {
    throw refused(shownUrl(url), 'is no URL of a file on this machine. Write file:///folder/name')
  }
}

const schemeOf = (text: string): string => printable(text.slice(0, text.indexOf(':'))).slice(1, -1)
