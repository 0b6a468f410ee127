// Before anything is drawn: the language and the theme that were chosen on this device, or that the browser asks for.
// A plain script, for a module would run only when the page has come whole. words.ts and choice.ts write what it reads.
;(function () {
  const root = document.documentElement
  let language, theme
  try {
    language = localStorage.getItem('locale')
    theme = localStorage.getItem('theme')
  } catch {
    // Storage may be forbidden (private windows): then the browser's own wishes hold.
  }
  // People of the whole region read Russian; English is for those who ask for it.
  if (language !== 'ru' && language !== 'en')
    language = /^(ru|be|uk|kk|ky|uz|hy|az|tg)\b/.test(navigator.language || 'ru') ? 'ru' : 'en'
  root.lang = language
  if (language === 'en')
    for (const words of document.currentScript.dataset.english?.split(' ') ?? []) {
      const link = document.head.appendChild(document.createElement('link'))
      link.rel = 'modulepreload'
      link.crossOrigin = ''
      link.href = words
    }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
})()
