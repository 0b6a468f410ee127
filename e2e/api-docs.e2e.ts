import { expect, test } from './story.ts'

test('whoever writes against the API reads all of it at the product itself, under its own strict policy', async ({
  product,
  atDesk,
}) => {
  const reader = await atDesk('reader')
  const outside: string[] = []
  reader.on('request', (request) => {
    if (!request.url().startsWith(product.url) && !/^(?:data|blob):/.test(request.url())) outside.push(request.url())
  })
  await reader.goto('/api/docs')
  // Three hundred endpoints are drawn at once: on a busy machine that takes a while.
  await expect(reader.getByRole('heading', { name: 'Naryad' })).toBeVisible({ timeout: 60_000 })
  await expect(reader.getByText('Refusals are RFC 9457 problem details.')).toBeVisible()
  await expect(reader.getByText('/api/me/company').first()).toBeVisible()
  await expect(reader.getByText(/\(S\d+/)).toHaveCount(0)
  expect(outside).toEqual([])
})
