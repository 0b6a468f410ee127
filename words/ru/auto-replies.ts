/** «Автоответ» of a channel: its dialog, and what is filled in when it goes out. */
export const autoReplies = {
  'auto_reply.title': 'Автоответ: {name}',
  'auto_reply.act': 'Автоответ',
  'auto_reply.explain':
    'Человек сразу узнает, что его услышали. Диалог по-прежнему ждёт ответа сотрудника. Рассылкам, роботам и чужим автоответам программа не отвечает.',
  'auto_reply.on': 'Отвечать автоматически',
  'auto_reply.occasion': 'Когда',
  'auto_reply.occasion.every': 'На каждое новое обращение',
  'auto_reply.occasion.every_hint': 'Первое сообщение или первое после 12 часов тишины',
  'auto_reply.occasion.closed': 'Только вне рабочего времени',
  'auto_reply.occasion.closed_hint': 'Рабочие часы и выходные берутся из календаря компании',
  'auto_reply.text': 'Текст',
  'auto_reply.usual.every': 'Здравствуйте, {contact}! Мы получили ваше сообщение и скоро ответим.\n{company}',
  'auto_reply.usual.closed':
    'Здравствуйте, {contact}! Сейчас мы не работаем. Ваше сообщение получено, ответим {opens_at}.\n{company}',
  'auto_reply.preview': 'Так это увидит человек',
  'auto_reply.saved': 'Автоответ сохранён',
  'auto_reply.off': 'выключен',
  'auto_reply.short.every': 'на новые обращения',
  'auto_reply.short.closed': 'вне рабочего времени',
  'auto_reply.sample_contact': 'Анна',
  'auto_reply.in_hours': 'в рабочее время',
  'auto_reply.today': 'сегодня в {at}',
  'auto_reply.tomorrow': 'завтра в {at}',
  'auto_reply.on_day': '{day} в {at}',
} as const
