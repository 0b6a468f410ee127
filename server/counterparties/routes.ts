import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/counterparties.ts'
import * as assets from '#contract/parties/assets.ts'
import * as contracts from '#contract/parties/contracts.ts'
import * as doubles from '#contract/parties/doubles.ts'
import * as versions from '#contract/parties/requisites-versions.ts'
import { serve } from '#platform/http/serve.ts'
import { addContact } from './contacts/add-contact.ts'
import { addCounterparty } from './add-counterparty.ts'
import { addSite } from './sites/add-site.ts'
import { changeContact } from './contacts/change-contact.ts'
import { changeCounterparty } from './change-counterparty.ts'
import { changeSite } from './sites/change-site.ts'
import { listContracts } from './contracts/list-contracts.ts'
import { addContract, changeContract, removeContract, restoreContract } from './contracts/write-contract.ts'
import { findCaller } from './contacts/find-caller.ts'
import { getCounterparty } from './get-counterparty.ts'
import { listAssets } from './equipment/list-assets.ts'
import { addAsset, changeAsset, removeAsset, restoreAsset } from './equipment/write-asset.ts'
import { listCounterparties } from './list-counterparties.ts'
import { listDoubles } from './merging/list-doubles.ts'
import { mergeParties } from './merging/merge-parties.ts'
import { previewMerge } from './merging/preview-merge.ts'
import { tellApart } from './merging/tell-apart.ts'
import { listMerges, undoMerge } from './merging/undo-merge.ts'
import { dropRequisites, setRequisites } from './requisites/set-requisites.ts'

export function counterpartyRoutes(app: FastifyInstance): void {
  serve(app, contract.listCounterparties, listCounterparties)
  serve(app, contract.getCounterparty, getCounterparty)
  serve(app, contract.addCounterparty, addCounterparty)
  serve(app, contract.changeCounterparty, changeCounterparty)
  serve(app, versions.setRequisites, setRequisites)
  serve(app, versions.dropRequisites, dropRequisites)
  serve(app, contracts.listContracts, listContracts)
  serve(app, contracts.addContract, addContract)
  serve(app, contracts.changeContract, changeContract)
  serve(app, contracts.removeContract, removeContract)
  serve(app, contracts.restoreContract, restoreContract)
  serve(app, contract.addContact, addContact)
  serve(app, contract.changeContact, changeContact)
  serve(app, contract.addSite, addSite)
  serve(app, contract.changeSite, changeSite)
  serve(app, assets.listAssets, listAssets)
  serve(app, assets.addAsset, addAsset)
  serve(app, assets.changeAsset, changeAsset)
  serve(app, assets.removeAsset, removeAsset)
  serve(app, assets.restoreAsset, restoreAsset)
  serve(app, contract.findCaller, findCaller)
  serve(app, doubles.listPartyDoubles, listDoubles)
  serve(app, doubles.previewPartyMerge, previewMerge)
  serve(app, doubles.mergeParties, mergeParties)
  serve(app, doubles.tellPartiesApart, tellApart)
  serve(app, doubles.listPartyMerges, listMerges)
  serve(app, doubles.undoPartyMerge, undoMerge)
}
