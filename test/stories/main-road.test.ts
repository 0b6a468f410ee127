import { test } from 'node:test'
import { product } from '#test/product.ts'
import { walkMainRoad } from './main-road.ts'

test('S13 S19 S21 S31 S36 S41 S44 S47 S49 S54 S55 S56 S57 S6: the main road through the API only', async () => {
  const { url } = await product()
  await walkMainRoad([url])
})
