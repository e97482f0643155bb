import type { BundleFiles, BundleFinding } from './bundle-target.ts'
import { BUILD_AGAIN } from './build-again.ts'
import { wholeText } from './whole-text.ts'

/** What stands at each path; `undefined` where the file has to be there, whatever it says. */
export type ExpectedTexts = ReadonlyMap<string, string | undefined>

/**
 * Holds a bundle against the files whose text is known beforehand, byte for byte, because they are run or installed.
 * `isData` tells the files that hold rows; whatever else there is does not belong into the bundle.
 */
export async function* checkTexts(
  files: BundleFiles,
  expected: ExpectedTexts,
  isData: (path: string) => boolean
): AsyncGenerator<BundleFinding> {
  const finding = (path: string, problem: string): BundleFinding => ({
    path,
    line: undefined,
    problem: `${problem} ${BUILD_AGAIN}`
  })
  for (const [path, text] of expected) {
    if (!files.paths.includes(path)) yield finding(path, 'The file is missing.')
    else if (text !== undefined && (await wholeText(files.read(path))) !== text)
      yield finding(path, 'The text is not the one that this version of sigmill writes.')
  }
  for (const path of files.paths)
    if (!expected.has(path) && !isData(path)) yield finding(path, 'No bundle for this target has such a file.')
}
