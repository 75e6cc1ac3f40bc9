-- Prices that are others than those an estimate was given by: it is owed anew (45 CFR 149.610(b)(1)(vii)).
alter table estimate drop constraint estimate_cause_check;
alter table estimate
  add constraint estimate_cause_check check (cause in ('booked', 'requested', 'changed', 'prices', 'by-hand'));
-- Those that an import of prices looks at.
create index estimate_ahead on estimate (service_date)
  where kind = 'good-faith' and state in ('wanted', 'made', 'given');

-- A plan may have rates of its own (an HMO beside a PPO); null: the contract holds for every plan of the payer that has none.
alter table fee_schedule
  add column plan_id uuid references plan,
  add constraint fee_schedule_plan_check check (plan_id is null or payer_id is not null);
drop index fee_schedule_version;
create unique index fee_schedule_version on fee_schedule (kind, payer_id, plan_id, period_start) nulls not distinct;
create index fee_schedule_plan on fee_schedule (plan_id) where plan_id is not null;
