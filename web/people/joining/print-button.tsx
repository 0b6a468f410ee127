import { useCallback, useState } from 'react'
import { IconPrinter } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { PrintSheets, type Sheet } from './print-sheets.tsx'

/** Prints invitations to be handed out on paper. */
export function PrintButton({ sheets, text }: { sheets: readonly Sheet[]; text: string }) {
  const [printing, setPrinting] = useState(false)
  const done = useCallback(() => setPrinting(false), [])
  return (
    <>
      <Button icon={<IconPrinter size={16} stroke={1.75} />} onClick={() => setPrinting(true)}>
        {t('print.do')}
      </Button>
      {printing && <PrintSheets sheets={sheets} text={text} onDone={done} />}
    </>
  )
}
