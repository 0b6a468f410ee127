/** Performers: lists of them, certificates, legal forms, their pages. */
export const performers = {
  'performer.per_task': '{sum} a task',
  'performer.rate_task': 'Fee for a task',
  'rates.kind': 'What is paid for',
  'rates.by_hour': 'By the hour',
  'rates.by_task': 'By the task',
  'rates.task_hint':
    'A task costs this sum, however many hours it takes. The sum is kept with the first hours and changes no more; a cancelled task costs nothing.',
  'list.number': 'Number of the line',
  'many.do': 'As a list',
  'many.heading': 'Add performers as a list',
  'many.paste': 'List of performers',
  'many.hint':
    'Copy lines from Excel together with their heads, or write a person on each line: name, phone, specialities, rate, pool. Columns may stand in any order, a phone may be written anyhow, no e-mail is needed.',
  'many.example':
    'Name\tPhone\tSpecialities\tRate\tPool\nPavel Zhuk\t8 029 640-17-22\telectrician, welder\t25.50\tElectricians\nAnna Hrynko\t+375 44 515 06 57\tcleaning\t150 per task\tCleaning',
  'many.read': 'Read',
  'many.ready': '{ready} of {all} are ready',
  'many.only_faulty': 'Only those with mistakes: {n}',
  'many.rates_from': 'Rates hold from',
  'many.unread': '{n, plural, one {Column not needed} other {Columns not needed}}: {names}',
  'many.new_pool': '{name}, new',
  'many.new_trade': '{name}, new',
  'many.add': '{n, plural, =0 {Add} one {Add # performer} other {Add # performers}}',
  'many.added': '{n, plural, one {# performer added} other {# performers added}}',
  'many.added_rest':
    '{n, plural, one {# performer is added already} other {# performers are added already}}. These lines are left, to be mended or dropped.',
  'many.done': '{n, plural, one {# performer added} other {# performers added}}',
  'many.to_list': 'To the list of performers',
  'many.links_hint':
    'For performers to see their tasks on the phone, give each a personal link: no password and no e-mail is needed. Links can be copied into a messenger, or printed as sheets with a code.',
  'many.links': '{n, plural, one {Make # personal link} other {Make # personal links}}',
  'many.links_once':
    'Links are shown once: copy or print them now. A lost one can be made anew on the page of the performer.',
  'many.copy_all': 'Copy all',
  'many.print_say':
    'Point the camera of your phone at the code, open the link and add the page to the screen of your phone. Your tasks of the day, addresses, hours and photos are there. No password is needed; pass it on to nobody.',
  'performer.twice_in_list': 'This phone stands in line {line} already',
  'performers.line_wrong':
    'Nobody was added: {n, plural, one {# line has} other {# lines have}} to be mended, the first is number {line}.',
  'list.too_long': 'There are {n} lines, and {limit} fit at a time. Split the list.',
  'rate.unreadable': 'This does not look like a sum. Write, for example, 25.50.',
  'rate.other_currency': 'Rates of your company are in {currency}. Convert it and write the sum without a currency.',
  'rate.one_kind': 'Choose one of the two: by the hour or by the task.',
  'certificate.missing': 'There is no such certificate: it may have been removed.',
  'certificate.ends_before_issue': 'Ends before it was issued',
  'event.member.legal_form_set': '{form} from {from_day}: {name}',
  'event.member.certificate_added': 'added the certificate “{certificate}”: {name}',
  'event.member.certificate_changed': 'corrected the certificate “{certificate}”: {name}',
  'event.member.certificate_removed': 'removed the certificate “{certificate}”: {name}',
  'paper.missing': 'There is no such paper: it may have been taken off already.',
  'event.member.paper_added':
    'added a paper ({kind, select, contract {contract} identity {identity} certificate {certificate} other {other}}): {name}',
  'event.member.paper_renamed':
    'renamed a paper ({kind, select, contract {contract} identity {identity} certificate {certificate} other {other}}): {name}',
  'event.member.paper_removed':
    'took off a paper ({kind, select, contract {contract} identity {identity} certificate {certificate} other {other}}): {name}',
  'event.member.paper_restored':
    'put back a paper ({kind, select, contract {contract} identity {identity} certificate {certificate} other {other}}): {name}',
}
