import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mapsOf, readPoint } from './map-point.ts'

const minsk = { lat: 53.9045, lon: 27.5615 }

test('CPT-13: a point is read from numbers and from the links of three maps', () => {
  const typed = [
    '53.9045, 27.5615',
    '53.9045 27.5615',
    '53.9045,27.5615',
    'https://yandex.by/maps/157/minsk/?ll=27.000000%2C53.000000&pt=27.5615%2C53.9045&z=17',
    'https://yandex.ru/maps/?ll=27.5615,53.9045&z=16',
    'https://yandex.by/maps/?whatshere%5Bpoint%5D=27.5615%2C53.9045&z=17',
    'https://www.openstreetmap.org/?mlat=53.9045&mlon=27.5615#map=18/53.9/27.5',
    'https://www.openstreetmap.org/#map=18/53.9045/27.5615',
    'https://www.google.com/maps/place/Minsk/@53.9045,27.5615,17z',
  ]
  for (const one of typed) assert.deepEqual(readPoint(one), minsk, one)
  for (const one of ['', 'Немига, 5', '53.9', '153.9, 27.5', 'https://yandex.by/maps/-/CDabc'])
    assert.equal(readPoint(one), null, one)
})

test('CPT-13: what a map is asked for is the point, else the address', () => {
  const { yandex, osm } = mapsOf({ address: 'Немига, 5', point: minsk })
  assert.deepEqual([readPoint(yandex), readPoint(osm)], [minsk, minsk])
  assert.match(mapsOf({ address: 'Немига, 5', point: null }).yandex, /text=%D0%9D/)
})
