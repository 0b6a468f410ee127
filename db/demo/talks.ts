import type { CustomerKey, StaffKey } from './cast.ts'
import type { Scene } from './pictures.ts'

/** Minutes before now, or a working day and an hour. */
type At = number | readonly [day: number, hours: number]

export type Talk = {
  key: string
  channel: 'email' | 'telegram' | 'web_chat'
  /** Null: nobody knows him yet. */
  customer: CustomerKey | null
  name?: string
  title?: string
  lines: readonly {
    by: 'customer' | StaffKey
    at: At
    text: string
    folded?: string
    scene?: Scene
    /** Among ourselves. */
    note?: true
  }[]
}

const quoted = (who: string, words: string) => `12 ноября ${who} пишет:\n> ${words}`

/** Conversations of the demo: some answered, some waiting, one that nobody knows. */
export const TALKS: readonly Talk[] = [
  {
    key: 'europa-cash', channel: 'email', customer: 'europa', title: 'Подключение касс на островке',
    lines: [
      { by: 'customer', at: [-7, 15.3], text: 'Добрый день, когда ждать отчёт по ревизии щита? Нужен для пожарной инспекции.' },
      { by: 'dmitry', at: [-7, 16.6], text: 'Анна, добрый день. По ревизии щита всё закрыто, отчёт и акт отправили письмом.' },
      {
        by: 'customer', at: 31, scene: 'panel',
        text: 'Здравствуйте! В торговом зале на ул. Сурганова, 57Б ставим новый островок. Нужны два электрика в пятницу к 7:00, до открытия: подключить две кассы и подсветку. Кабель есть у нас.',
        folded: quoted('Дмитрий Левчук', 'Анна, добрый день. По ревизии щита всё закрыто, отчёт и акт отправили письмом.'),
      },
      { by: 'owner', at: 27, note: true, text: 'Мацкевич в пятницу с утра свободен, второго спросите у Лисовского. Ночной допуск в зал оформляет их охрана, с паспортами.' },
    ],
  },
  {
    key: 'filipenko-water', channel: 'telegram', customer: 'filipenko',
    lines: [
      { by: 'customer', at: [-12, 9.2], text: 'Спасибо за насос, вода идёт' },
      { by: 'dmitry', at: [-12, 9.5], text: 'Пётр Иванович, рады. Акт у вас в почте.' },
      { by: 'customer', at: 12, text: 'Филипенко 12, нет горячей воды с утра, второй подъезд' },
    ],
  },
  {
    key: 'guest-4417', channel: 'web_chat', customer: null, name: 'Гость 4417', title: 'Страница «Клининг»',
    lines: [{ by: 'customer', at: 55, text: 'Здравствуйте, сколько стоит помыть витрину 12 м² снаружи?' }],
  },
  {
    key: 'nemiga-passes', channel: 'telegram', customer: 'nemiga',
    lines: [
      { by: 'customer', at: [-1, 13.9], text: 'На Кальварийской охрана просит фамилии на завтра до 16:00' },
      { by: 'olga', at: [-1, 14.2], text: 'Жук и Лисовский, машина 4417 КВ-7. Закончим до 18:00, пришлю фото.' },
      { by: 'customer', at: [-1, 14.3], text: 'Приняла, спасибо!' },
      { by: 'olga', at: [-1, 14.4], text: 'Договорились.' },
    ],
  },
  {
    key: 'beltech-act', channel: 'email', customer: 'beltech', title: 'Акт сверки за октябрь',
    lines: [
      { by: 'customer', at: [-3, 10.1], text: 'Добрый день! Пришлите, пожалуйста, акт сверки за октябрь, у нас расхождение на 120 рублей.' },
      { by: 'irina', at: [-3, 11.2], note: true, text: 'Расхождение из-за оплаты от 31 октября, она пришла 3 ноября.' },
      { by: 'olga', at: [-3, 12], text: 'Добрый день. Акт сверки во вложении к счёту; 120 рублей — оплата от 31 октября, у нас она прошла 3 ноября.' },
    ],
  },
  {
    key: 'logoisky-key', channel: 'telegram', customer: 'logoisky',
    lines: [
      { by: 'customer', at: [-5, 17.8], text: 'Ключ у консьержа, подъезд 2' },
      { by: 'dmitry', at: [-5, 18], text: 'Спасибо, передал Бондарю.' },
    ],
  },
]

/** What is answered again and again. */
export const TEMPLATES = [
  {
    name: 'Заявку приняли',
    body: 'Здравствуйте, {contact}! Заявку приняли, {order}. О времени приезда напишем сегодня.\n{me}, {company}',
  },
  { name: 'Мастер выезжает', body: 'Мастер выезжает к вам: {address}. Будет в течение часа, позвонит перед входом.' },
  { name: 'Нужно фото', body: 'Пришлите, пожалуйста, фото места: так мы сразу возьмём нужный материал.' },
  {
    name: 'Работа готова, примите',
    body: '{contact}, работа по заказу {order} закончена. Посмотрите фото по ссылке и примите её, пожалуйста.',
  },
]
