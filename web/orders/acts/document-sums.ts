import type { DocumentLine } from '#contract/documents.ts'

/** A line as it is typed: the sum may not be there yet. */
export type LineDraft = Omit<DocumentLine, 'price'> & { key: string; price: string | null }

/** «1,5» as the wire has it; null where it is no quantity. */
export function quantityOf(typed: string): string | null {
  const text = typed.replace(/[\s\u00A0]/g, '').replace(',', '.')
  return /^\d{1,9}(\.\d{1,3})?$/.test(text) && Number(text) > 0 ? text : null
}

const halfUp = (part: bigint, whole: bigint): bigint => (2n * part + whole) / (2n * whole)

/** The sum of a line with VAT inside, as the form will have it: rounded by line. */
export function lineTotal({ quantity, price }: LineDraft): bigint {
  const known = quantityOf(quantity)
  if (known === null || price === null) return 0n
  const [whole = '0', part = ''] = known.split('.')
  return halfUp(BigInt(whole + part.padEnd(3, '0')) * BigInt(price), 1000n)
}

export function sumsOf(lines: readonly LineDraft[]): { total: bigint; vat: bigint } {
  const vatOf = (line: LineDraft) => {
    const rate = BigInt(line.vat_rate ?? 0)
    return rate === 0n ? 0n : halfUp(lineTotal(line) * rate, 100n + rate)
  }
  return {
    total: lines.reduce((sum, line) => sum + lineTotal(line), 0n),
    vat: lines.reduce((sum, line) => sum + vatOf(line), 0n),
  }
}
