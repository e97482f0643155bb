import { fileURLToPath } from 'node:url'

/** A pipeline that ships with the product. */
export const pipelineFile = (name: string): string =>
  fileURLToPath(new URL(`../../../pipelines/${name}.yml`, import.meta.url))
