import type { StoredFile } from '#contract/files.ts'
import { newKey } from './call.ts'
import { offline, Problem } from './problem.ts'

/** The longer side of a photo that is sent: what a screen or a report can show, at a tenth of the camera's bytes. */
const LONGEST = 2000

/** Sends one file; pictures are made smaller on the phone first. Throws a Problem. */
export async function upload(path: string, file: File): Promise<StoredFile> {
  const form = new FormData()
  form.set('file', await smaller(file))
  const headers = { 'idempotency-key': newKey() }
  const answer = await fetch(path, { method: 'POST', body: form, headers, credentials: 'same-origin' }).catch(
    () => null,
  )
  if (!answer) throw offline()
  const body: unknown = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Problem(answer.status, body as ConstructorParameters<typeof Problem>[1])
  return body as StoredFile
}

async function smaller(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type) || file.size < 400_000) return file
  // A picture that the browser cannot read goes as it is: the server may know it.
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return file
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  const name = `${file.name.replace(/\.\w+$/, '')}.jpg`
  return blob ? new File([blob], name, { type: 'image/jpeg', lastModified: file.lastModified }) : file
}
