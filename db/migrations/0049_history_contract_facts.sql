-- Contracts are read by those who read money (CPT-12); so are the facts about them.
create policy contracts on events as restrictive for select to naryad_narrow using (
  name not like 'counterparty.contract\_%'
  or (select app_may('money.read')) or (select app_viewer()) = 'system');
