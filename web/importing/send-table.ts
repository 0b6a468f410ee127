import { useState } from 'react'
import { startImport } from '#contract/parties/imports.ts'
import { useCall } from '#web/platform/ask.ts'
import { go } from '#web/platform/route.ts'
import { upload } from '#web/platform/upload.ts'

/** Sends a table and begins its import, whose page then opens; what went wrong on the way is in `error`. */
export function useSendTable() {
  const [sending, setSending] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const start = useCall(startImport, { inline: true, onSuccess: ({ id }) => go(`/counterparties/import/${id}`) })
  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setSending(true)
    setFault(null)
    try {
      const { id: file_id } = await upload('/api/files', file)
      start.mutate({ file_id })
    } catch (error) {
      setFault(error)
    } finally {
      setSending(false)
    }
  }
  return { send, busy: sending || start.isPending, error: fault ?? start.error }
}
