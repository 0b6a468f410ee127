import { type Pdf, type PdfJob, type Press, startPress } from './press.ts'

let press: Press | null = null

/** Sets a document by the one press that the whole process has. */
export function print(job: PdfJob): Promise<Pdf> {
  press ??= startPress()
  return press.render(job)
}

/** Ends the process that sets documents, when the server stops. */
export function stopPrinting(): void {
  press?.stop()
  press = null
}
