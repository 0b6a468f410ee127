/** What happened to a task, as the history says it after the person's name. Minutes and days come as they are logged. */
export const taskEvents = {
  'event.task.created':
    '{people, plural, =0 {gave task No. {number} “{title}”} one {gave task No. {number} “{title}” to {names}} other {gave task No. {number} “{title}” to {names}}}',
  'event.task.changed': 'changed task No. {number} “{title}”',
  'event.task.accepted': 'accepted task No. {number}',
  'event.task.declined': 'declined task No. {number}: {reason}',
  'event.task.started': 'started task No. {number}',
  'event.task.done': 'said done on task No. {number}',
  'event.task.returned': 'returned task No. {number}: {reason}',
  'event.task.closed': 'checked and closed task No. {number}',
  'event.task.cancelled': 'cancelled task No. {number}: {reason}',
  'event.task.time_logged': 'logged {minutes} min on {day} for {member} on task No. {number}',
  'event.task.time_corrected':
    'corrected hours of {member} on task No. {number}: {old_minutes} min on {old_day} became {minutes} min on {day}',
  'event.task.time_struck': 'struck {minutes} min of {member} on {day}, task No. {number}: {reason}',
  'event.task.commented': 'wrote in task No. {number}: {text}',
  'event.task.asked': 'asked in task No. {number}: {text}',
  'event.task.answered': 'answered in task No. {number}: {text}',
  'event.task.photo_added': 'added a photo to task No. {number}',
  'event.task.photo_shown':
    '{shown, select, yes {made a photo of task No. {number} visible to the customer} other {hid a photo of task No. {number} from the customer}}',
  'event.task.ticked':
    '{ticked, select, yes {ticked “{text}” in task No. {number}} other {took the tick off “{text}” in task No. {number}}}',
} as const
