import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/counterparties.ts'
import { serve } from '#platform/http/serve.ts'
import { addContact } from './contacts/add-contact.ts'
import { addCounterparty } from './add-counterparty.ts'
import { addSite } from './sites/add-site.ts'
import { changeContact } from './contacts/change-contact.ts'
import { changeCounterparty } from './change-counterparty.ts'
import { changeSite } from './sites/change-site.ts'
import { findCaller } from './contacts/find-caller.ts'
import { getCounterparty } from './get-counterparty.ts'
import { listCounterparties } from './list-counterparties.ts'

export function counterpartyRoutes(app: FastifyInstance): void {
  serve(app, contract.listCounterparties, listCounterparties)
  serve(app, contract.getCounterparty, getCounterparty)
  serve(app, contract.addCounterparty, addCounterparty)
  serve(app, contract.changeCounterparty, changeCounterparty)
  serve(app, contract.addContact, addContact)
  serve(app, contract.changeContact, changeContact)
  serve(app, contract.addSite, addSite)
  serve(app, contract.changeSite, changeSite)
  serve(app, contract.findCaller, findCaller)
}
