import { useEffect, useState } from 'react'
import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { account, type Enabled } from '#web/platform/auth.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { useAct } from './use-act.ts'
import css from './profile.module.css'

type Step = { at: 'rest' } | { at: 'scan' | 'codes'; given: Enabled }

/** The code at sign-in: scan, six digits, then the spare codes, shown once. */
export function SecondFactor({ on }: { on: boolean }) {
  const [step, setStep] = useState<Step>({ at: 'rest' })
  const client = useQueryClient()
  const done = () => {
    setStep({ at: 'rest' })
    void client.invalidateQueries()
  }
  const enable = useAct(
    () => account('/two-factor/enable'),
    (given) => setStep({ at: 'scan', given }),
  )
  const disable = useAct(
    () => account('/two-factor/disable'),
    () => {
      toast(t('factor.disabled'))
      done()
    },
  )
  const act = on ? disable : enable
  return (
    <Section
      title={t('factor.heading')}
      end={
        step.at === 'rest' && (
          <Button size="sm" busy={act.isPending} onClick={() => act.mutate(undefined)}>
            {t(on ? 'factor.disable' : 'factor.enable')}
          </Button>
        )
      }
    >
      <p className={css.quiet}>{on ? t('factor.on') : `${t('factor.off')}. ${t('factor.off_hint')}`}</p>
      <ProblemNote error={act.error} />
      {step.at === 'scan' && <Scan given={step.given} onDone={() => setStep({ at: 'codes', given: step.given })} />}
      {step.at === 'codes' && <Codes codes={step.given.backupCodes} onDone={done} />}
    </Section>
  )
}

function Scan({ given, onDone }: { given: Enabled; onDone: () => void }) {
  const [code, setCode] = useState('')
  const picture = useQr(given.totpURI)
  const verify = useAct(() => account('/two-factor/verify-totp', { code: code.replace(/\s/g, '') }), onDone)
  const secret = new URL(given.totpURI).searchParams.get('secret') ?? ''
  return (
    <form className={css.form} onSubmit={submitting(() => verify.mutate(undefined))}>
      <p>{t('factor.scan')}</p>
      <img className={css.qr} alt={t('factor.qr')} src={picture} width={176} height={176} />
      <p className={css.quiet}>
        {t('factor.by_hand')}: <span className={css.secret}>{secret}</span>
      </p>
      <TextInput
        label={t('factor.enter')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <ProblemNote error={verify.error} />
      <Button type="submit" variant="primary" busy={verify.isPending}>
        {t('factor.finish')}
      </Button>
    </form>
  )
}

function Codes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <div className={css.form}>
      <h2>{t('factor.backup')}</h2>
      <p className={css.quiet}>{t('factor.backup_hint')}</p>
      <ul className={css.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => toast(t('do.copied')))}>
        {t('do.copy')}
      </Button>
      <Button variant="primary" onClick={onDone}>
        {t('factor.saved')}
      </Button>
    </div>
  )
}

/** The picture for the app's camera. The library that draws it comes only here. */
function useQr(text: string): string | undefined {
  const [picture, setPicture] = useState<string>()
  useEffect(() => {
    void import('qrcode').then(async ({ toString }) => {
      const svg = await toString(text, { type: 'svg', margin: 0 })
      setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`)
    })
  }, [text])
  return picture
}
