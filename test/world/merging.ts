import assert from 'node:assert/strict'
import * as contract from '#contract/parties/doubles.ts'
import { as, done, type Person } from '../as.ts'

type Who = { id: string }
type Wish = {
  kind: contract.PartyKind
  kept: Who
  gone: Who
  from_gone?: contract.PartyField[]
  tax_number?: 'kept' | 'gone'
}

/** The preview of two cards, and the merge of what it showed. */
export async function askMerge(by: Person, { kind, kept, gone, ...choice }: Wish) {
  const two = { kind, card_id: kept.id, gone_id: gone.id }
  const preview = await done(by, contract.previewPartyMerge, two)
  const versions = { kept_version: preview.kept.version, gone_version: preview.gone.version }
  return { preview, go: () => as(by, contract.mergeParties, { ...two, from_gone: [], ...versions, ...choice }) }
}

/** The same, done. */
export async function mergeCards(by: Person, wish: Wish) {
  const { preview, go } = await askMerge(by, wish)
  const { status, body } = await go()
  assert.equal(status, 200, JSON.stringify(body))
  return { preview, merge_id: body.merge_id }
}
