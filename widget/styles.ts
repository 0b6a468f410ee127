import type { ChatLook } from '#contract/inbox/web-chat.ts'

/** White or near black, whichever is read better on a colour: at least 4.5 : 1 on any. */
export function inkOn(colour: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.0525 ? '#ffffff' : '#0b0b0a'
}
const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

const LIGHT = `--paper:#f6f5f2;--surface:#fff;--line:#e8e5df;--edge:#8d887e;--ink:#1d1c1a;--ink2:#55524b;--ink3:#6c6860;
--accent:#2748c4;--bad:#b42a20;--shade:0 2px 6px rgba(40,36,28,.08),0 16px 40px rgba(40,36,28,.18);color-scheme:light;`
const DARK = `--paper:#131312;--surface:#1e1d1c;--line:#33312f;--edge:#77736b;--ink:#eeece8;--ink2:#b9b5ad;--ink3:#9a968d;
--accent:#9db1ff;--bad:#ff958a;--shade:0 2px 6px rgba(0,0,0,.5),0 16px 40px rgba(0,0,0,.5);color-scheme:dark;`

/** Styles of the shadow tree alone: what the page says of its own elements stays outside, and this stays inside. */
export function sheetOf({ colour, side, theme }: ChatLook): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  const themes =
    theme === 'auto'
      ? `:host{${LIGHT}}@media(prefers-color-scheme:dark){:host{${DARK}}}`
      : `:host{${theme === 'dark' ? DARK : LIGHT}}`
  sheet.replaceSync(`${HOST}${themes}:host{--fill:${colour};--on:${inkOn(colour)}}
.launch,.panel{${side}:20px}@media(max-width:520px){.launch{${side}:16px}}${REST}`)
  return sheet
}

const HOST = `:host{all:initial!important;position:fixed!important;z-index:2147483000!important;display:block!important;
width:0!important;height:0!important}`

const REST = `
*{box-sizing:border-box;margin:0}
[hidden]{display:none!important}
.launch,.panel,.panel button,.panel input,.panel textarea{font:15px/22px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink)}
button{border:0;background:none;padding:0;cursor:pointer;display:inline-flex;align-items:center;justify-content:center}
button:disabled{cursor:default;opacity:.45}
.i{width:22px;height:22px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round;flex:none}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.launch{position:fixed;bottom:20px;width:56px;height:56px;border-radius:50%;background:var(--fill);color:var(--on);box-shadow:var(--shade);border:1px solid rgba(255,255,255,.25)}
.launch:focus-visible{outline-offset:3px}
.launch .i{width:26px;height:26px}
.badge{position:absolute;top:-4px;right:-4px;min-width:22px;height:22px;border-radius:11px;padding:0 6px;background:#b42a20;color:#fff;font-size:13px;font-weight:600;line-height:22px;text-align:center}
.panel{position:fixed;bottom:20px;width:376px;height:min(620px,calc(100vh - 40px));display:flex;flex-direction:column;background:var(--paper);border:1px solid var(--line);border-radius:16px;box-shadow:var(--shade);overflow:hidden}
.head{display:flex;align-items:center;gap:4px;padding:12px 8px 12px 16px;background:var(--fill);color:var(--on)}
.head button{width:40px;height:40px;border-radius:8px;color:var(--on)}
.head :focus-visible{outline-color:var(--on);outline-offset:-3px}
.who{flex:1;min-width:0}
.title{font-size:16px;font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.state{font-size:13px;line-height:18px}
.log{flex:1;overflow-y:auto;overscroll-behavior:contain;padding:16px;display:flex;flex-direction:column;gap:8px}
.log>:first-child{margin-top:auto}
.day{align-self:center;font-size:13px;color:var(--ink3)}
.line{max-width:84%;align-self:flex-start;display:flex;flex-direction:column;gap:2px}
.mine{align-self:flex-end;align-items:flex-end}
.bubble{padding:8px 12px;border-radius:14px 14px 14px 4px;background:var(--surface);border:1px solid var(--line);overflow-wrap:anywhere;white-space:pre-wrap}
.mine .bubble{background:var(--fill);color:var(--on);border-color:transparent;border-radius:14px 14px 4px}
.bubble a{color:var(--accent)}.mine .bubble a{color:inherit}
.meta{font-size:12px;line-height:16px;color:var(--ink3);padding:0 4px}
.meta button{color:var(--bad);font-size:13px;min-height:24px;text-decoration:underline}
.pic{display:block;border-radius:12px;overflow:hidden;border:1px solid var(--line);background:var(--line)}
.pic img{display:block;max-width:100%;height:auto;max-height:260px;object-fit:cover}
.file{display:inline-flex;gap:8px;align-items:center;padding:8px 12px;border-radius:12px;background:var(--surface);border:1px solid var(--line);color:var(--ink);text-decoration:none;overflow-wrap:anywhere}
.typing{padding:0 20px 6px;font-size:13px;line-height:18px;color:var(--ink3);min-height:24px}
.form{display:grid;gap:8px;padding:12px 16px;border-top:1px solid var(--line);background:var(--surface)}
.form p{font-size:14px;line-height:20px;color:var(--ink2)}
.form label{display:grid;gap:2px;font-size:13px;line-height:18px;color:var(--ink2)}
.form .row{display:flex;gap:8px}.form .row input{flex:1}
input,textarea{display:block;width:100%;min-width:0;border:1px solid var(--edge);border-radius:8px;background:var(--surface);padding:8px 10px;color:var(--ink)}
input:focus-visible,textarea:focus-visible{outline-offset:-1px}
input{height:40px}
.wrong{color:var(--bad)!important;font-size:13px;line-height:18px}
.quiet{padding:0 14px;height:40px;border-radius:8px;border:1px solid var(--edge)!important;background:var(--surface)!important}
.write{display:flex;align-items:flex-end;gap:4px;padding:8px;border-top:1px solid var(--line);background:var(--surface)}
.write textarea{flex:1;resize:none;min-height:42px;max-height:140px;border-color:transparent;padding:9px 6px}
.write button{width:40px;height:40px;border-radius:10px;color:var(--ink2);flex:none}
.write .send{background:var(--fill);color:var(--on)}
.chips{display:flex;flex-wrap:wrap;gap:6px;padding:8px 12px 0;background:var(--surface)}
.chip{display:inline-flex;align-items:center;gap:4px;max-width:100%;padding-left:10px;border:1px solid var(--line);border-radius:8px;font-size:13px}
.chip span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;max-width:220px}
.chip button{width:32px;height:32px}.chip .i{width:16px;height:16px}
.note{padding:6px 16px;font-size:13px;line-height:18px;color:var(--bad);background:var(--surface)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:520px),(max-height:420px){.panel{inset:0;width:auto;height:100vh;height:100dvh;border:0;border-radius:0}
.panel input,.panel textarea{font-size:16px}.head button,.write button{width:44px;height:44px}.launch{bottom:16px}}
@media(prefers-reduced-motion:no-preference){.panel{animation:in .2s cubic-bezier(.2,.8,.2,1)}@keyframes in{from{opacity:0;transform:translateY(12px)}}}
@media(forced-colors:active){.launch,.bubble,.send{border:1px solid}}
@media print{:host{display:none!important}}`
