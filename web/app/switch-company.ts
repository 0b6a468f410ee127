import { chooseCompany } from '#contract/people.ts'
import { call } from '#web/platform/call.ts'

/** Goes to another company of the person: the page is loaded anew, so that nothing of this one stays in memory. */
export async function switchCompany(company_id: string): Promise<void> {
  await call(chooseCompany, { company_id })
  location.assign('/')
}
