import * as contracts from '#contract/parties/contracts.ts'
import type { Caller } from './caller.ts'
import type { CustomerKey } from './cast.ts'
import type { Company } from './company.ts'
import type { Story, Timeline } from './timeline.ts'

type Given = { call: Caller; time: Timeline; company: Partial<Company> }
type Price = [name: string, unit: string, price: string]
type Contract = {
  number: string
  /** Working days before today on which it was signed. */
  signed: number
  payment_terms: string
  silence_days: number | null
  prices: Price[]
}

const CONTRACTS: Partial<Record<CustomerKey, Contract>> = {
  nemiga: {
    number: '14/2026',
    signed: -30,
    payment_terms: 'Оплата в течение 10 банковских дней после подписания акта',
    silence_days: 10,
    prices: [
      ['Выезд электрика, первый час', 'час', '6500'],
      ['Монтаж светильника', 'шт.', '4800'],
      ['Аварийный выезд ночью', 'выезд', '18000'],
    ],
  },
  radio: {
    number: 'МР-2026/118',
    signed: -27,
    payment_terms: 'Предоплата 30 %, остальное в течение 5 банковских дней после акта',
    silence_days: 5,
    prices: [['Работа сантехника', 'час', '5200']],
  },
  logoisky: {
    number: '7-ТО',
    signed: -29,
    payment_terms: 'Оплата по акту раз в месяц',
    silence_days: null,
    prices: [],
  },
}

/** What is agreed with customers for all their orders: terms, prices, and after how many days silence accepts. */
export async function* signContracts({ call, time, company }: Given): Story {
  yield time.at(-26, 15)
  const { staff, customers } = company
  if (!staff || !customers) return
  for (const [key, { signed, prices, ...terms }] of Object.entries(CONTRACTS))
    await call.do(key === 'radio' ? staff.dmitry : staff.olga, contracts.addContract, {
      ...terms,
      counterparty_id: customers[key as CustomerKey].id,
      signed_on: time.day(signed),
      prices: prices.map(([name, unit, price]) => ({ name, unit, price, currency: 'BYN' as const })),
    })
}
