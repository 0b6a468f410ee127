/** The chat on a site as the company and its letters say it; the widget carries web-chat.ts alone. */
export const chatHouse = {
  'chat.guest': 'Гость {number}',
  'chat.from_page': 'Сайт, страница «{title}»',
  'chat.letter_subject': 'Ответ на ваше сообщение: {company}',
  'chat.letter_hello': 'Здравствуйте! {company} отвечает на ваше сообщение в чате на сайте:',
  'chat.letter_files': 'Файлы в чате: {files}',
  'chat.letter_back': 'Продолжить разговор:\n{link}',
  'chat.missing': 'Такого чата нет, или его убрали.',
  'chat.foreign_site': 'Чат не разрешён на этом сайте. Добавьте адрес сайта в настройках канала.',
  'chat.identity_wrong': 'Подпись посетителя не подходит. Проверьте секрет канала и порядок строк.',
  'chat.site_wrong': '«{words}» не похоже на адрес сайта',
  'chat.no_sites': 'Укажите хотя бы один сайт, на котором будет чат.',
} as const
