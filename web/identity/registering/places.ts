import type { Currency } from '#contract/endpoint.ts'

type Country = 'BY' | 'RU' | 'other'
export const currencies: Currency[] = ['BYN', 'RUB', 'KZT', 'EUR', 'USD']

const DEFAULTS: Record<Country, { currency: Currency; time_zone: string }> = {
  BY: { currency: 'BYN', time_zone: 'Europe/Minsk' },
  RU: { currency: 'RUB', time_zone: 'Europe/Moscow' },
  other: { currency: 'USD', time_zone: 'Europe/Warsaw' },
}

/** What a country suggests: its money, and the zone of this very computer where it is one of the country's. */
export function proposed(country: Country) {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const { currency, time_zone } = DEFAULTS[country]
  const fits = country === 'RU' ? RUSSIAN.has(here) : country === 'other' && zones().includes(here)
  return { country, currency, time_zone: fits ? here : time_zone }
}

const RUSSIAN = new Set(
  (
    'Europe/Kaliningrad Europe/Moscow Europe/Simferopol Europe/Volgograd Europe/Kirov Europe/Astrakhan Europe/Saratov ' +
    'Europe/Ulyanovsk Europe/Samara Asia/Yekaterinburg Asia/Omsk Asia/Novosibirsk Asia/Barnaul Asia/Tomsk ' +
    'Asia/Novokuznetsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Chita Asia/Yakutsk Asia/Vladivostok Asia/Magadan ' +
    'Asia/Sakhalin Asia/Kamchatka'
  ).split(' '),
)

/** Every zone that the browser knows. */
export const zones = (): string[] => Intl.supportedValuesOf('timeZone')
