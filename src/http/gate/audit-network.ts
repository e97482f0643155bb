import { keyActor } from '../../app/audit/actor.ts'
import { auditRecord } from '../../app/audit/audit-record.ts'
import { keptNetwork } from '../../app/keys/kept-network.ts'
import { RefusedNetworks } from '../../app/keys/refused-networks.ts'
import type { IpAddress } from '../../indicator/ipv6-text.ts'
import type { AppParts } from '../app-parts.ts'
import type { Caller } from '../operation.ts'

/** Notes, now and then, that a key came from a network that it may not be used from: the sign of one that was stolen. */
export const createNetworkAudit = ({ counting, clock }: Pick<AppParts, 'counting' | 'clock'>) => {
  const refused = new RefusedNetworks()
  return ({ key: { id } }: Caller, address: IpAddress | undefined): void => {
    const network = keptNetwork(address) ?? 'unknown'
    if (!refused.take(id, network, clock.now())) return
    counting.audit.note(auditRecord(clock, keyActor(id), 'network_refused', { key: id, network }))
  }
}
