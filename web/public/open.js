// Opens the personal link of the address while the page's code is still on its way: what the customer came for is then
// there as soon as it can be drawn. web/portal/link.ts takes the answer, and asks itself where this could not or came
// late, which `opening` tells.
;(function () {
  const [link_id, secret] = (location.pathname.split('/')[2] || '').split('.')
  if (!secret || !/^[0-9a-f-]{36}$/.test(link_id) || 'opening' in window) return
  const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0'))
  const opening = fetch(`/api/portal/${link_id}/open`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': key.join('') },
    body: JSON.stringify({ secret }),
  })
  // Who takes it hears of a failure; before that it is nobody's.
  opening.catch(() => undefined)
  Object.assign(window, { opening })
})()
