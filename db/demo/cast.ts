import type { Static } from 'typebox'
import type { Requisites } from '#contract/requisites.ts'

/** Everybody here is invented; numbers have right check digits and belong to nobody we know of. */
export const PASSWORD = 'gorodservis'

export const SELLER: Static<typeof Requisites> = {
  legal_name: 'Общество с ограниченной ответственностью «ГородСервис»',
  short_name: 'ООО «ГородСервис»',
  tax_number: '191111113',
  legal_address: '220030, г. Минск, ул. Интернациональная, 25, оф. 12',
  bank_name: 'ОАО «Белгазпромбанк»',
  account: 'BY88OLMP30120000001000000933',
  bic: 'OLMPBY2X',
  phone: '+375 17 300-40-50',
  email: 'office@gorodservis.example',
  signatory_name: 'Владимирова А. В.',
  signatory_position: 'Директор',
  signatory_basis: 'Устава',
  vat_payer: true,
}

export type StaffKey = 'owner' | 'olga' | 'dmitry' | 'irina'

export const STAFF = [
  { key: 'owner', name: 'Анна Владимирова', email: 'anna@gorodservis.example', role: 'owner' },
  { key: 'olga', name: 'Ольга Санько', email: 'olga@gorodservis.example', role: 'manager' },
  { key: 'dmitry', name: 'Дмитрий Левчук', email: 'dmitry@gorodservis.example', role: 'manager' },
  { key: 'irina', name: 'Ирина Корзун', email: 'irina@gorodservis.example', role: 'accountant' },
] as const

export type Trade = 'Электрики' | 'Сантехники' | 'Клининг' | 'Высотники'
/** Name, phone, trades, kopecks an hour. */
export type Performer = readonly [name: string, phone: string, trade: Trade, cost: number]

export const PERFORMERS: readonly Performer[] = [
  ['Павел Жук', '+375 29 611-22-33', 'Электрики', 2800],
  ['Игорь Лисовский', '+375 29 611-22-44', 'Электрики', 2800],
  ['Андрей Мацкевич', '+375 33 340-15-08', 'Электрики', 2800],
  ['Сергей Драгун', '+375 44 705-61-19', 'Электрики', 2650],
  ['Виктор Бондарь', '+375 29 188-40-27', 'Сантехники', 3000],
  ['Николай Шпак', '+375 25 933-71-50', 'Сантехники', 2700],
  ['Денис Рудько', '+375 33 612-08-94', 'Сантехники', 2700],
  ['Светлана Ярош', '+375 29 550-33-12', 'Клининг', 1900],
  ['Тамара Вергейчик', '+375 44 580-27-63', 'Клининг', 1700],
  ['Алина Кот', '+375 25 701-44-85', 'Клининг', 1700],
  ['Артём Сушко', '+375 29 377-90-06', 'Высотники', 4200],
  ['Глеб Ворона', '+375 33 377-90-07', 'Высотники', 4000],
]

export type CustomerKey = 'nemiga' | 'europa' | 'filipenko' | 'radio' | 'beltech' | 'logoisky'
export type Customer = {
  name: string
  requisites: Static<typeof Requisites>
  contact: { name: string; position: string; phone: string; email: string }
  sites: readonly { address: string; access_note: string }[]
}

const party = (short_name: string, legal_name: string, more: Partial<Static<typeof Requisites>>) => ({ short_name, legal_name, ...more })

export const CUSTOMERS: Record<CustomerKey, Customer> = {
  nemiga: {
    name: 'ООО «Бизнес-центр Немига»',
    requisites: party('ООО «Бизнес-центр Немига»', 'Общество с ограниченной ответственностью «Бизнес-центр Немига»', {
      tax_number: '190237644', legal_address: '220030, г. Минск, ул. Немига, 5', bank_name: 'ЗАО «Альфа-Банк»',
      account: 'BY47ALFA30120000270000270000', bic: 'ALFABY2X',
      signatory_name: 'Ковалевич М. П.', signatory_position: 'Управляющая', signatory_basis: 'доверенности № 4 от 12.01.2026',
    }),
    contact: { name: 'Марина Ковалевич', position: 'Управляющая', phone: '+375 29 700-10-20', email: 'm.kovalevich@nemiga.example' },
    sites: [
      { address: 'ул. Кальварийская, 41', access_note: 'Вход с торца, пропуск у охраны' },
      { address: 'ул. Немига, 5', access_note: 'Через паркинг, ворота открывает пост 2' },
    ],
  },
  europa: {
    name: 'ТЦ «Европа»',
    requisites: party('ООО «Европа-Ритейл»', 'Общество с ограниченной ответственностью «Европа-Ритейл»', {
      tax_number: '192066315', legal_address: '220013, г. Минск, ул. Сурганова, 57Б', bank_name: 'ОАО «АСБ Беларусбанк»',
      account: 'BY16AKBB30120000000123400000', bic: 'AKBBBY2X',
      signatory_name: 'Гринкевич А. С.', signatory_position: 'Технический директор', signatory_basis: 'доверенности № 17 от 03.02.2026',
    }),
    contact: { name: 'Анна Гринкевич', position: 'Технический директор', phone: '+375 44 515-06-57', email: 'a.grinkevich@tc-europa.example' },
    sites: [{ address: 'ул. Сурганова, 57Б', access_note: 'Дебаркадер, до 9:00 или после 22:00; список на охрану за день, с паспортами' }],
  },
  filipenko: {
    name: 'ЖСПК «Филипенко 12»',
    requisites: party('ЖСПК «Филипенко 12»', 'Жилищно-строительный потребительский кооператив «Филипенко 12»', {
      tax_number: '600124588', legal_address: '220028, г. Минск, ул. Филипенко, 12', bank_name: 'ОАО «БПС-Сбербанк»',
      account: 'BY05BPSB30120000141000000000', bic: 'BPSBBY2X',
      signatory_name: 'Семашко П. И.', signatory_position: 'Председатель', signatory_basis: 'Устава',
    }),
    contact: { name: 'Пётр Семашко', position: 'Председатель', phone: '+375 29 663-18-12', email: 'semashko@filipenko12.example' },
    sites: [{ address: 'ул. Филипенко, 12', access_note: 'Ключ от подвала у консьержа, подъезд 1' }],
  },
  radio: {
    name: 'ОАО «Минский радиозавод»',
    requisites: party('ОАО «Минский радиозавод»', 'Открытое акционерное общество «Минский радиозавод»', {
      tax_number: '100102776', legal_address: '220070, г. Минск, ул. Долгобродская, 40', bank_name: 'ЗАО «МТБанк»',
      account: 'BY14MTBK30120000001093300071', bic: 'MTBKBY22',
      signatory_name: 'Шевчук Н. Л.', signatory_position: 'Главный энергетик', signatory_basis: 'доверенности № 112 от 09.01.2026',
    }),
    contact: { name: 'Наталья Шевчук', position: 'Главный энергетик', phone: '+375 29 301-77-40', email: 'shevchuk@radiozavod.example' },
    sites: [
      { address: 'ул. Долгобродская, 40', access_note: 'Бюро пропусков, проходная 1; паспорт, каска' },
      { address: 'ул. Долгобродская, 40, корпус Б', access_note: 'Проходная 3, сопровождает дежурный электрик' },
    ],
  },
  beltech: {
    name: 'ООО «Белтехимпорт»',
    requisites: party('ООО «Белтехимпорт»', 'Общество с ограниченной ответственностью «Белтехимпорт»', {
      tax_number: '193345028', legal_address: '220035, г. Минск, ул. Тимирязева, 65А', bank_name: 'ОАО «Белинвестбанк»',
      account: 'BY85BLBB30120000100582333001', bic: 'BLBBBY2X',
      signatory_name: 'Радкевич О. В.', signatory_position: 'Заместитель директора', signatory_basis: 'доверенности № 8 от 20.01.2026',
    }),
    contact: { name: 'Олег Радкевич', position: 'Заместитель директора', phone: '+375 29 140-65-65', email: 'o.radkevich@beltech.example' },
    sites: [{ address: 'ул. Тимирязева, 65А', access_note: 'Лифт по карте, взять на ресепшене; шумные работы после 18:00' }],
  },
  logoisky: {
    name: 'КТС «Логойский, 17»',
    requisites: party('КТС «Логойский, 17»', 'Коллективное товарищество собственников «Логойский, 17»', {
      tax_number: '691004252', legal_address: '220090, г. Минск, Логойский тракт, 17', bank_name: 'ОАО «Технобанк»',
      account: 'BY25PJCB30120000001345000933', bic: 'PJCBBY2X',
      signatory_name: 'Олешко В. Н.', signatory_position: 'Председатель правления', signatory_basis: 'Устава',
    }),
    contact: { name: 'Вера Олешко', position: 'Председатель правления', phone: '+375 33 688-17-17', email: 'oleshko@logoisky17.example' },
    sites: [{ address: 'Логойский тракт, 17', access_note: 'Ключ у консьержа, подъезд 2; щитовая в подвале' }],
  },
}
