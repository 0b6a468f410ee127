import type { StoredFile } from '#contract/files.ts'
import { upload } from '#web/platform/upload.ts'

/** Puts a file among those of the company; it hangs on a message once that is sent. */
export const sendFile = (file: File): Promise<StoredFile> => upload('/api/files', file)
