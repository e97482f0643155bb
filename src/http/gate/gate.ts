import type { Security } from '../../api/security.ts'
import { requireNetwork } from '../../app/keys/require-network.ts'
import { requireScope } from '../../app/keys/require-scope.ts'
import { Problem } from '../../problem/problem.ts'
import type { SetHeader } from '../answers/set-header.ts'
import type { AppParts } from '../app-parts.ts'
import type { HoldOff } from '../held-off/hold-off.ts'
import type { Caller } from '../operation.ts'
import { apiKeyOf } from './api-key-headers.ts'
import type { Asker } from './asker.ts'
import { createNetworkAudit } from './audit-network.ts'
import { createRequestCount } from './count-request.ts'
import { requireFeature } from './tier-feature.ts'

/** The gate of a server. */
export interface Gate {
  /** Lets a request in or refuses it: key, network, rate, scope and tier, in this order. */
  admit(asker: Asker, security: Security, setHeader: SetHeader): Promise<Caller>
  /** Takes a request back that was let in, but found no place; of a key only some within a minute. */
  giveBack(caller: Caller, setHeader: SetHeader): Promise<void>
}

/** A gate that counts the requests of every key, and notes where wrong ones come from. */
export const createGate = (parts: AppParts, holdOff: HoldOff): Gate => {
  const { keys, settings } = parts
  const counting = createRequestCount(parts)
  const auditNetwork = createNetworkAudit(parts)

  /** Whoever comes from the wrong network is no better than one with a wrong key, though it is known which. */
  const requireOwnNetwork = (caller: Caller, address: Asker['address']): void => {
    try {
      requireNetwork(caller.key, address)
    } catch (error) {
      holdOff.fail(address)
      auditNetwork(caller, address)
      throw error
    }
  }

  return {
    async admit(asker, { scope, feature }, setHeader) {
      const caller = await keys.verify(apiKeyOf(asker.rawHeaders, asker.schemes), asker.look)
      if (!caller.valid) {
        if (caller.code === 'invalid_api_key') holdOff.fail(asker.address)
        throw new Problem(caller.code, caller.message)
      }
      asker.record.keyId = caller.key.id
      requireOwnNetwork(caller, asker.address)
      await counting.count(caller, asker.record, setHeader)
      keys.noteUse(caller.key, asker.address)
      if (scope !== undefined) requireScope(caller.key, scope)
      if (feature !== undefined) requireFeature(feature, caller.tier, settings)
      return caller
    },
    giveBack: (caller, setHeader) => counting.giveBack(caller, setHeader)
  }
}
