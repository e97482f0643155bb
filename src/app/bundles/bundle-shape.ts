import type { BundleTarget } from '../../bundle/bundle-target.ts'
import type { Settings } from '../../config/settings.ts'
import { ATTACK_VERSION } from '../../sigma/attack.ts'
import { ruleStyle } from '../rule-style.ts'
import type { World } from '../world.ts'

/** What rows are written with. */
export interface BundleWriter extends Pick<World, 'crypto' | 'version'> {
  readonly settings: Settings
}

/** A digest of everything besides data that shapes the rows of a target: program, ATT&CK, publisher, address of the server. */
export const bundleShape = ({ crypto, version, settings }: BundleWriter, { name }: BundleTarget): string =>
  crypto
    .sha256Hex(JSON.stringify([name, version, ATTACK_VERSION, ruleStyle(settings), settings.publicUrl]))
    .slice(0, 16)
