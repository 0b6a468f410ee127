/** What happened to an order, as the history says it after the person's name. Sums and days come as text. */
export const orderEvents = {
  'event.order.created': 'создан заказ № {number} «{title}»',
  'event.order.changed': 'изменён заказ',
  'event.order.agreed': 'записаны договорённости, версия {version}',
  'event.order.priced': 'записана цена, версия {version}',
  'event.order.demands_set': 'изменены потребности',
  'event.order.task_given':
    '{people, plural, =0 {дана задача № {task_number} «{task_title}»} one {дана задача № {task_number} «{task_title}», исполнитель: {names}} few {дана задача № {task_number} «{task_title}», исполнители: {names}} many {дана задача № {task_number} «{task_title}», исполнители: {names}} other {дана задача № {task_number} «{task_title}», исполнители: {names}}}',
  'event.order.moved':
    '{why, select, agreed {заказ перешёл в «{to_stage}»: есть договорённости} task_given {заказ перешёл в «{to_stage}»: дана задача} other {заказ перенесён в «{to_stage}»}}',
  'event.order.sent_to_acceptance': 'работа отправлена заказчику на приёмку, сдача {round}',
  'event.order.accepted': 'работа принята, сдача {round}',
  'event.order.accepted_by_silence':
    'работа считается принятой, сдача {round}: ответа не было {days, plural, one {# рабочий день} few {# рабочих дня} many {# рабочих дней} other {# рабочего дня}}, договор № {contract}',
  'event.order.silence_broken': 'работу молчанием не приняли, сдача {round}: заказчик писал после отправки',
  'event.order.customer_reminded':
    'заказчику напомнили об ответе, сдача {round}: {contact}, {by, select, telegram {Telegram} max {MAX} other {письмо}}',
  'event.order.rejected':
    'работа отклонена, сдача {round}. Причина: {reason, select, quality {качество} volume {объём} deadline {срок} price {цена} other {другое}}',
  'event.order.decision_recorded':
    '{decision, select, accepted {за заказчика записано, что работа принята, сдача {round}. Основание: {proof}} other {за заказчика записано, что работа отклонена, сдача {round}. Основание: {proof}}}',
  'event.order.files_added': 'приложено {count, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}',
  'event.order.noted': 'заметка для своих: {text}',
  'event.order.watcher_added': 'теперь наблюдает {member}',
  'event.order.watcher_removed': 'больше не наблюдает {member}',
  'event.order.link_made': 'заказчику сделана новая ссылка, прежние не действуют',
  'event.order.completed': 'заказ завершён',
  'event.order.reopened': 'заказ открыт заново: {reason}',
  'event.order.cancelled': 'заказ отменён: {reason}',
} as const
