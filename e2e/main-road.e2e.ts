import { expect, test } from './story.ts'
import { accept, deskIsShut, listen, reject, rework, send } from './main-road/acceptance.ts'
import type { Cast } from './main-road/cast.ts'
import { countCosts, dragOnBoard, filterList } from './main-road/figures.ts'
import {
  agreeTerms,
  giveTask,
  findOrder,
  seeClash,
  takeBareCall,
  takeCall,
  takeStrangersCall,
} from './main-road/orders.ts'
import { inviteManager, registerCompany } from './main-road/owner.ts'
import * as papers from './main-road/papers.ts'
import * as performers from './main-road/performers.ts'
import { drawPictures } from './main-road/pictures.ts'
import { addCustomer, addPerformers } from './main-road/roster.ts'

type Step = [title: string, ...acts: ((cast: Cast) => Promise<void>)[]]

const untilClosed: Step[] = [
  ['1. The owner registers the company and invites a manager (S13, S14)', registerCompany, inviteManager],
  ['2. Performers with trade, rate and a personal link (S21, S24, S7)', addPerformers],
  ['3. A counterparty with contact and site (S19, S34)', addCustomer],
  ['4. Calls become orders (S31–S35, S39)', takeCall, takeBareCall, takeStrangersCall],
  ['5. Agreed terms are versions (S41)', agreeTerms],
  ['6. A task for both, a clash is warned of (S36, S44, S32, S33)', giveTask, seeClash],
  [
    '7. The work on phones (S45–S48)',
    performers.acceptAndStart,
    performers.doneTooEarly,
    performers.askAndAnswer,
    performers.work,
  ],
  [
    '8. Given back with a reason, done, closed (S9)',
    performers.giveBack,
    performers.sendTooEarly,
    performers.closeTask,
  ],
]

const afterAcceptance: Step[] = [
  ['11. Before the act the order cannot be completed (S57)', papers.completeTooEarly],
  ['10. Invoice and act (S56, S77)', papers.lackRequisites, papers.issuePapers, papers.download],
  ['11. Completed (S57)', papers.complete],
  ['12. What it cost (S6, S7, S64)', countCosts],
  ['13. Board and list (S3, S40, S66)', dragOnBoard, filterList],
  ['13. The card, its customer, its history (S57)', findOrder, papers.seeCounterparty, findOrder, papers.reopen],
]

test('the main road: from the first call to the signed act, by four people on their screens', async ({
  atDesk,
  onPhone,
  shot,
}) => {
  await drawPictures('после', 'мигает')
  const [owner, manager] = [await atDesk('owner'), await atDesk('manager')]
  const [pavel, igor, marina] = [await onPhone('pavel'), await onPhone('igor'), await onPhone('marina')]
  const cast: Cast = { owner, manager, pavel, igor, marina, shot }
  const walk = async (steps: Step[]) => {
    for (const [title, ...acts] of steps)
      await test.step(title, async () => {
        for (const act of acts) await act(cast)
      })
  }
  await walk(untilClosed)
  const secretsHeard = listen(marina)
  await test.step('9. Two rounds with the customer (S49–S55)', async () => {
    await reject(cast, await send(cast, 1))
    await rework(cast)
    await accept(cast, await send(cast, 2, 'Короб закреплён, угол больше не мигает'))
    await deskIsShut(cast)
  })
  await walk(afterAcceptance)
  await test.step('9. The customer has received no cost and no inner word (S75)', async () => {
    expect(await secretsHeard()).toEqual([])
  })
})
