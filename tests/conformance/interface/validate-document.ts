import { spawnSync } from 'node:child_process'
import { programOf } from '../referees/generation.ts'

/** What the validator of OpenAPI documents finds wrong with one; nothing where it is right. */
export const validateDocument = (text: string): readonly string[] => {
  const words = ['--schema', '3.1', '--validation-errors', 'all', '-']
  const { status, stdout, stderr } = spawnSync(programOf('interface', 'openapi-spec-validator'), words, {
    input: text,
    encoding: 'utf8'
  })
  return status === 0 ? [] : [stdout + stderr]
}
