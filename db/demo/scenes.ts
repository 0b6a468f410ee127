import type { Stage } from './pictures.ts'

type Draw = (stage: Stage, variant: number) => string

type Place = readonly [x: number, y: number, w: number, h: number]
const box = ([x, y, w, h]: Place, fill: string, more = '') => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
const line = (d: string, stroke: string, width = 2, more = '') => `<path d="${d}" stroke="${stroke}" stroke-width="${width}" fill="none" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
const times = (count: number, draw: (at: number) => string) => Array.from({ length: count }, (_, at) => draw(at)).join('')
const bricks = (fill: string, seam: string) =>
  box([-40, -40, 480, 380], fill) + times(16, (row) => line(`M-40 ${row * 24 - 30}H440`, seam, 1.4) + times(9, (at) => line(`M${at * 56 - 40 + (row % 2) * 28} ${row * 24 - 30}v24`, seam, 1.4)))

/** Letters of «НЕМИГА» as strokes: a bare system has no fonts to draw with. */
const LETTERS = ['M0 0V10M7 0V10M0 5H7', 'M6 0H0V10H6M0 5H5', 'M0 10V0L4 6L8 0V10', 'M0 0V10L7 0V10', 'M0 10V0H6', 'M0 10L4 0L8 10M1.5 7H6.5']
const word = (fill: string) => LETTERS.map((d, at) => `<g transform="translate(${108 + at * 32} 101) scale(2.3)">${line(d, fill, 1.6)}</g>`).join('')

const sign: Draw = (stage) => {
  const lit = stage === 'after'
  return (
    bricks('#8d97a3', '#7d8793') + box([110, 190, 150, 130], '#565f69') + box([117, 197, 64, 123], lit ? '#c9b98d' : '#3b434c') + box([188, 197, 64, 123], lit ? '#c9b98d' : '#3b434c') +
    (lit ? '<ellipse cx="200" cy="113" rx="165" ry="68" fill="url(#glow)"/>' : '') +
    box([86, 82, 228, 62], lit ? '#fff6dc' : '#5d6570', `rx="6" stroke="${lit ? '#e9bd4a' : '#474e57'}" stroke-width="4"`) + word(lit ? '#9c1f1f' : '#7e8792') +
    (lit ? line('M314 104h26v216', '#5b6672', 5) : line('M314 120c30 6 6 40 24 58s4 30-4 44', '#b3382c', 3) + line('M314 126c18 10 4 34 16 50', '#2d5fc0', 3))
  )
}

const lamps: Draw = (stage, variant) => {
  const dark = (at: number) => stage === 'before' && at % (variant + 2) !== 0
  return (
    box([-40, -40, 480, 380], stage === 'before' ? '#4c4f55' : '#b9b6ad') + `<path d="M-40 340L120 190H280L440 340Z" fill="${stage === 'before' ? '#3a3c40' : '#8f8b82'}"/>` +
    `<path d="M-40-40L120 90H280L440-40Z" fill="${stage === 'before' ? '#5c5f64' : '#d9d6cc'}"/>` + box([120, 90, 160, 100], stage === 'before' ? '#45484d' : '#a9a69c') +
    times(4, (at) => {
      const [y, half] = [-18 + at * 29, 92 - at * 19]
      return `<path d="M${200 - half} ${y}H${200 + half}L${200 + half - 5} ${y + 12 - at}H${200 - half + 5}Z" fill="${dark(at) ? '#6d6f73' : '#fffdf2'}"/>` + (dark(at) ? '' : `<ellipse cx="200" cy="${y + 8}" rx="${half + 24}" ry="26" fill="url(#glow)"/>`)
    }) +
    (stage === 'before' ? line('M188 10c4 26-10 34-4 54', '#c9c2ae', 2) : '')
  )
}

const panel: Draw = (stage, variant) => {
  const colours = ['#b3382c', '#2d5fc0', '#c9a227', '#3c7a46', '#222']
  const rows = times(3, (row) => box([104, 70 + row * 70, 192, 34], '#e7e5de', 'rx="3"') + times(10, (at) => box([108 + at * 19, 73 + row * 70, 16, 28], (at + row + variant) % 4 ? '#f6f5f1' : '#d4d8de', 'stroke="#b9b7b0"') + box([113 + at * 19, (stage === 'before' && (at * 7 + row) % 5 === 0 ? 88 : 80) + row * 70, 6, 8], at === 0 ? '#b3382c' : '#3c4148')))
  const wires = stage === 'before'
    ? times(13, (at) => line(`M${100 + at * 16} ${66 + (at % 3) * 70}c${(at % 5) * 12 - 26} 34 ${40 - at * 5} 50 ${(at % 4) * 14 - 20} ${70 + (at % 3) * 18}`, colours[at % 5] ?? '', 2.6))
    : times(10, (at) => line(`M${116 + at * 19} 66V54H${92 - at}V${250 - at * 2}`, colours[at % 5] ?? '', 2)) + times(3, (row) => box([108, 106 + row * 70, 184, 9], '#fff', 'stroke="#bbb"') + times(9, (at) => line(`M${112 + at * 20} ${110 + row * 70}h10`, '#777', 1.4)))
  return box([-40, -40, 480, 380], '#a8a49a') + box([70, 30, 260, 250], '#cfd2d4', 'rx="5" stroke="#83888c" stroke-width="5"') + box([84, 44, 232, 222], '#7d848a') + rows + wires + (stage === 'before' ? '<ellipse cx="230" cy="158" rx="30" ry="16" fill="#3a2a1c" opacity="0.5"/>' : '')
}

const pipe: Draw = (stage, variant) => {
  const old = stage === 'before'
  const [body, light] = old ? ['#7a5b43', '#94704f'] : ['#c7ccd1', '#eef1f3']
  return (
    box([-40, -40, 480, 380], old ? '#6f6a62' : '#8d887f') + times(7, (at) => line(`M-40 ${at * 52 - 10}H440`, '#5d5850', 1.2)) + box([-40, 250, 480, 90], old ? '#4f4b45' : '#6d6962') +
    box([150 - variant * 14, -40, 46, 320], body) + box([158 - variant * 14, -40, 9, 320], light) + box([150, 132, 290, 40], body) + box([150, 139, 290, 8], light) +
    box([140 - variant * 14, 122, 66, 60], old ? '#5f4634' : '#b58a3a', 'rx="6"') + box([250, 124, 40, 56], old ? '#5f4634' : '#b58a3a', 'rx="4"') + line('M250 104h40M270 104v20', old ? '#7d3b2c' : '#c4281d', 9) +
    (old
      ? '<ellipse cx="240" cy="276" rx="120" ry="20" fill="#8fa3ad" opacity="0.75"/>' + line('M262 180v18M262 210v14M268 236v12M255 190v8', '#a9c3d0', 4) + '<path d="M206 132c20 10 14 30 30 40h-40z" fill="#a5512a" opacity="0.8"/>'
      : line('M300 128v48M306 128v48', '#e7e7e7', 3) + box([330, 118, 26, 26], '#f4f4f4', 'rx="13" stroke="#555" stroke-width="2"') + line('M343 131l6-6', '#c4281d', 2))
  )
}

const floor: Draw = (stage, variant) => {
  const dirty = stage === 'before'
  return (
    box([-40, -40, 480, 200], dirty ? '#b5b0a6' : '#d6d3cb') + box([40 + variant * 30, 10, 120, 90], '#a9c4d6', 'stroke="#efefef" stroke-width="7"') + line(`M${100 + variant * 30} 10v90`, '#efefef', 5) +
    `<path d="M-40 150H440V340H-40Z" fill="${dirty ? '#8e8678' : '#c3b8a3'}"/>` + times(9, (at) => line(`M${at * 60 - 60} 150L${at * 110 - 240} 340`, dirty ? '#7c7467' : '#aa9f8b', 1.4)) + times(4, (at) => line(`M-40 ${160 + at * at * 12 + at * 14}H440`, dirty ? '#7c7467' : '#aa9f8b', 1.4)) +
    (dirty
      ? times(14, (at) => `<ellipse cx="${(at * 83 + variant * 37) % 400}" cy="${176 + ((at * 47) % 120)}" rx="${8 + (at % 4) * 7}" ry="${3 + (at % 3) * 2}" fill="#4f483d" opacity="0.55"/>`) + box([286, 130, 62, 54], '#b28a58', 'transform="rotate(-6 310 150)"') + line('M300 140l30 6', '#7c5c35', 2)
      : '<path d="M120 150L60 340H180L200 150Z" fill="#fff" opacity="0.28"/><path d="M270 150L300 340H360L310 150Z" fill="#fff" opacity="0.2"/>' + box([330, 120, 26, 46], '#e8c53a', 'rx="2" transform="skewX(-8)"'))
  )
}

const facade: Draw = (stage, variant) => {
  const done = stage === 'after'
  return (
    bricks(done ? '#c2b8a6' : '#a39b8c', done ? '#b3a995' : '#938b7c') +
    times(2, (row) => times(3, (at) => box([30 + at * 125 + variant * 8, 20 + row * 140, 74, 92], done ? '#9fc3dc' : '#7e8a90', 'stroke="#e9e7e1" stroke-width="6"') + line(`M${67 + at * 125 + variant * 8} ${20 + row * 140}v92`, '#e9e7e1', 4) + (done ? `<path d="M${36 + at * 125} ${104 + row * 140}l40-78h16l-40 78z" fill="#fff" opacity="0.35"/>` : `<ellipse cx="${60 + at * 125}" cy="${60 + row * 140}" rx="26" ry="30" fill="#5d6264" opacity="0.4"/>`))) +
    box([-40, 2, 480, 10], '#6c737a') +
    (done ? box([118, 6, 14, 330], '#7c848c') + times(4, (at) => box([114, 40 + at * 76, 22, 7], '#565d64')) : box([118, 6, 14, 96], '#6a5f55') + box([128, 176, 14, 160], '#6a5f55') + `<g transform="rotate(24 125 110)">${box([118, 96, 14, 74], '#6a5f55')}</g>` + '<path d="M96 110c20 40 50 40 62 230H84z" fill="#5b5142" opacity="0.45"/>') +
    line(done ? 'M330 -40V120' : 'M330 -40V190', '#d8b13a', 3)
  )
}

export const SCENES = { sign, lamps, panel, pipe, floor, facade }
