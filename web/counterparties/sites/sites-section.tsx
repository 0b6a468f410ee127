import { useState } from 'react'
import { IconPlus } from '@tabler/icons-react'
import type { CounterpartyCard, Site } from '#contract/counterparties.ts'
import { type Asset, listAssets, removeAsset, restoreAsset } from '#contract/parties/assets.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Section } from '#web/ui/rows.tsx'
import { AssetForm } from './asset-form.tsx'
import { SiteForm } from './site-form.tsx'
import { SiteRow } from './site-row.tsx'
import css from '../counterparties.module.css'

type Open = { site: Site | null } | { at: Site; asset: Asset | null }

/** Where work is done: how to get in, who is there, what stands there and when it is to be serviced. */
export function SitesSection({ card }: { card: CounterpartyCard }) {
  const { sites, can } = card
  const [open, setOpen] = useState<Open | null>(null)
  const equipment = useMaybe(listAssets, { counterparty_id: card.id })
  const restore = useCall(restoreAsset)
  const remove = useCall(removeAsset, {
    onSuccess: ({ id, name }) => toast(t('assets.removed', { name }), () => restore.mutate({ asset_id: id })),
  })
  const close = () => setOpen(null)
  return (
    <Section
      title={t('counterparty.sites')}
      end={
        !can.change && (
          <Button size="sm" icon={<IconPlus size={16} stroke={1.75} />} onClick={() => setOpen({ site: null })}>
            {t('do.add')}
          </Button>
        )
      }
    >
      {sites.length === 0 && <p className={css.quiet}>{t('counterparty_site.none')}</p>}
      <ul className={css.rows}>
        {sites.map((site) => (
          <SiteRow
            key={site.id}
            site={site}
            assets={equipment?.rows.filter(({ site_id }) => site_id === site.id) ?? []}
            {...(!can.change && {
              acts: {
                onChange: () => setOpen({ site }),
                onAsset: (asset: Asset | null) => setOpen({ at: site, asset }),
                onRemove: (asset: Asset) => remove.mutate({ asset_id: asset.id }),
              },
            })}
          />
        ))}
      </ul>
      {open && 'site' in open && <SiteForm key={open.site?.id ?? 'new'} card={card} site={open.site} onClose={close} />}
      {open && 'at' in open && (
        <AssetForm site={open.at} asset={open.asset} kinds={equipment?.kinds ?? []} onClose={close} />
      )}
    </Section>
  )
}
