import { PasswordInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '#web/platform/link.tsx'
import { registerCompany, type Me } from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import { account } from '#web/platform/auth.ts'
import { against } from '#web/platform/against.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { call } from '#web/platform/call.ts'
import { getMe } from '#contract/people.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Door } from '../door.tsx'
import { useAct } from '../use-act.ts'
import { keepCompany } from './kept-company.ts'
import { LetterSent } from './letter-sent.tsx'
import { ofPerson } from './of-person.ts'
import { currencies, proposed, zones } from './places.ts'
import css from '../door.module.css'

type Company = Input<typeof registerCompany>
type Values = Company & { person: string; email: string; password: string }

/** A new company with its owner: one screen, and he is inside. Who is signed in already is not asked who he is. */
export function RegisterPage() {
  const me = useMaybe(getMe, {})
  const form = useForm<Values>({
    initialValues: { name: '', person: '', email: '', password: '', ...proposed('BY') },
    validate: (values) => ({ ...against(registerCompany.body)(values), ...(!me && ofPerson(values)) }),
  })
  const register = useAct(
    (values: Values) => begin(values, me),
    (done) => done === 'inside' && location.assign('/'),
  )
  const field = form.getInputProps
  if (register.data === 'letter') return <LetterSent email={form.values.email.trim()} onBack={() => register.reset()} />
  return (
    <Door title={t('register.heading')} hint={t('register.hint')} below={!me && <HasAccount />}>
      <form className={css.form} noValidate onSubmit={form.onSubmit((values) => register.mutate(values))}>
        <TextInput
          label={t('register.company')}
          placeholder={t('register.company_placeholder')}
          autoComplete="organization"
          {...field('name')}
        />
        <Select
          label={t('register.country')}
          data={(['BY', 'RU', 'other'] as const).map((value) => ({ value, label: t(`country.${value}`) }))}
          {...field('country')}
          onChange={(country) => form.setValues(proposed((country ?? 'other') as Company['country']))}
        />
        <div className={css.two}>
          <Select label={t('register.currency')} data={currencies} {...field('currency')} />
          <Select label={t('register.time_zone')} searchable data={zones()} {...field('time_zone')} />
        </div>
        {me ? (
          <p className={css.hint}>{t('register.signed_in_as', { who: me.user.name })}</p>
        ) : (
          <>
            <TextInput
              label={t('register.name')}
              placeholder={t('register.name_placeholder')}
              autoComplete="name"
              {...field('person')}
            />
            <TextInput label={t('sign_in.email')} type="email" autoComplete="username" {...field('email')} />
            <PasswordInput
              label={t('sign_in.password')}
              description={t('register.password_hint')}
              autoComplete="new-password"
              {...field('password')}
            />
          </>
        )}
        <ProblemNote error={register.error} />
        <Button type="submit" variant="primary" wide className={css.submit} busy={register.isPending}>
          {t('register.submit')}
        </Button>
      </form>
    </Door>
  )
}

const HasAccount = () => (
  <>
    {t('register.has_account')} <Link to="/sign-in">{t('sign_in.submit')}</Link>
  </>
)

/** The account first, then the company. When the second fails, the form is sent again as the person now signed in. */
async function begin(
  { person, email, password, ...company }: Values,
  me: Me | undefined,
): Promise<'inside' | 'letter'> {
  const { name, country, currency, time_zone } = company
  const begun = { name: name.trim(), country, currency, time_zone }
  if (!me) {
    const { letter } = await account('/sign-up/email', {
      name: person.trim(),
      email: email.trim(),
      password,
      company: name.trim(),
    })
    if (letter) {
      keepCompany(begun)
      return 'letter'
    }
  }
  await call(registerCompany, begun)
  return 'inside'
}
