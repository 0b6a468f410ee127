import type { Viewer } from '#platform/ctx.ts'
import { invalid, no, type Refusal } from '#platform/errors.ts'
import { can } from '#server/people/index.ts'

/** Who may do what to a counterparty, its contacts and sites. All staff may read them. */
export const counterpartyPolicy = {
  manage(viewer: Pick<Viewer, 'rights'>): Refusal | null {
    return can(viewer, 'counterparties.manage') ? null : no('counterparty.managers_only')
  },
  /** Contracts say what is agreed about money (CPT-12). */
  readContracts(viewer: Pick<Viewer, 'rights'>): Refusal | null {
    return can(viewer, 'money.read') ? null : no('contract.not_yours')
  },
  manageContracts(viewer: Pick<Viewer, 'rights'>): Refusal | null {
    return counterpartyPolicy.manage(viewer) ?? counterpartyPolicy.readContracts(viewer)
  },
  /** A counterparty is a customer or a supplier, or both (CPT-11). */
  sided({ is_customer, is_supplier }: { is_customer?: boolean; is_supplier?: boolean }): Refusal | null {
    return is_customer || is_supplier ? null : invalid('is_customer', 'counterparty.no_side')
  },
}
