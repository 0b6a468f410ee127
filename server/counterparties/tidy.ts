import type { Requisites } from '#contract/requisites.ts'
import { compact } from '#platform/check-digits.ts'
import { tidyRequisites } from '#platform/requisites.ts'

/** A tax number as it is compared: without spaces and «УНП», the letters of an entrepreneur's in Latin. Null: none. */
export function taxNumber(text: string | null | undefined): string | null {
  const bare = compact(text ?? '')
  return (/^[АВСЕНКМОРТ]{2}\d{7}$/.test(bare) ? bare.replace(/[АВСЕНКМОРТ]/g, twin) : bare) || null
}

const twin = (letter: string) => 'ABCEHKMOPT'['АВСЕНКМОРТ'.indexOf(letter)] ?? letter

/** Requisites as they are stored: numbers bare, cleared fields gone, the tax number the counterparty's own. */
export function tidied(requisites: Requisites, tax_number: string | null): Requisites {
  const given = Object.entries(tidyRequisites(requisites)).filter(
    ([field, value]) => field !== 'tax_number' && value !== '',
  )
  return { ...Object.fromEntries(given), ...(tax_number !== null && { tax_number }) }
}
