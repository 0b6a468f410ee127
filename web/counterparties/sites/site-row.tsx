import { IconAlertTriangle, IconMapPin, IconPencil, IconPlus, IconTool, IconTrash } from '@tabler/icons-react'
import type { Site } from '#contract/counterparties.ts'
import type { Asset } from '#contract/parties/assets.ts'
import { dayDigits, dayName, phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { mapsOf } from './map-point.ts'
import own from './sites.module.css'
import css from '../counterparties.module.css'

type Acts = { onChange: () => void; onAsset: (asset: Asset | null) => void; onRemove: (asset: Asset) => void }

/** An address with the way in, the person there, maps and what stands there. */
export function SiteRow({ site, assets, acts }: { site: Site; assets: readonly Asset[]; acts?: Acts }) {
  const { address, access_note, contact } = site
  const maps = mapsOf(site)
  return (
    <li>
      <IconMapPin size={16} stroke={1.75} aria-hidden="true" />
      <div className={css.what}>
        <b>{address}</b>
        {access_note && <small>{access_note}</small>}
        {contact && (
          <small>
            {contact.name} {contact.phone && <a href={`tel:${contact.phone}`}>{phoneForm(contact.phone)}</a>}
          </small>
        )}
        <div className={own.maps}>
          <a href={maps.yandex} target="_blank" rel="noreferrer" aria-label={t('sites.on_yandex', { address })}>
            {t('sites.yandex')}
          </a>
          <a href={maps.osm} target="_blank" rel="noreferrer" aria-label={t('sites.on_osm', { address })}>
            {t('sites.osm')}
          </a>
        </div>
        {assets.length > 0 && (
          <ul className={own.assets} aria-label={t('assets.heading')}>
            {assets.map((asset) => (
              <AssetRow key={asset.id} asset={asset} {...(acts && { acts })} />
            ))}
          </ul>
        )}
        {acts && (
          <Button
            size="sm"
            variant="quiet"
            className={own.addAsset}
            icon={<IconPlus size={16} stroke={1.75} />}
            aria-label={t('assets.add_at', { address })}
            onClick={() => acts.onAsset(null)}
          >
            {t('assets.add')}
          </Button>
        )}
      </div>
      {acts && (
        <span className={css.tools}>
          <IconButton
            size="sm"
            label={t('counterparty_site.change', { address })}
            icon={<IconPencil size={16} stroke={1.75} />}
            onClick={acts.onChange}
          />
        </span>
      )}
    </li>
  )
}

function AssetRow({ asset, acts }: { asset: Asset; acts?: Acts }) {
  const { name, kind, serial, installed_on, note } = asset
  const details = [
    kind,
    serial && t('assets.serial_n', { serial }),
    installed_on && t('assets.installed', { day: dayDigits(installed_on) }),
  ].filter(Boolean)
  return (
    <li>
      <IconTool size={14} stroke={1.75} aria-hidden="true" />
      <div className={css.what}>
        {name} <ServiceChip asset={asset} />
        {details.length > 0 && <small>{details.join(' · ')}</small>}
        {note && <small>{note}</small>}
      </div>
      {acts && (
        <span className={css.tools}>
          <IconButton
            size="sm"
            label={t('assets.change', { name })}
            icon={<IconPencil size={16} stroke={1.75} />}
            onClick={() => acts.onAsset(asset)}
          />
          <IconButton
            size="sm"
            label={t('assets.remove', { name })}
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={() => acts.onRemove(asset)}
          />
        </span>
      )}
    </li>
  )
}

/** When it is to be serviced: in trouble's colour when the day is near or has passed. */
function ServiceChip({ asset: { service, next_service_on } }: { asset: Asset }) {
  if (!next_service_on) return null
  const day = dayName(next_service_on)
  if (service === null) return <Chip>{t('assets.service_on', { day })}</Chip>
  const overdue = service === 'overdue'
  return (
    <Chip tone={overdue ? 'bad' : 'warn'} icon={overdue && <IconAlertTriangle size={12} stroke={1.75} />}>
      {t(overdue ? 'assets.service_overdue' : 'assets.service_on', { day })}
    </Chip>
  )
}
