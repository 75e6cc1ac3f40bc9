-- How the person wants to pay for a visit, asked when it is booked (45 CFR 149.610(b)(1)(i) and (iii)): somebody with a plan
-- may wish not to use it, and is then owed an estimate as somebody without.
create table payment_choice (
  appointment_id uuid primary key references appointment on delete cascade,
  pays text not null check (pays in ('insured', 'self-pay')),
  said_at timestamptz not null,
  recorded_by uuid
);

alter table estimate
  -- What it is an estimate of: { pays, visitTypeId, siteId, procedures, slidingStepId }.
  add column asked jsonb not null default '{}',
  add column withdrawn_reason text,
  -- Wrong birth dates that were given to its link.
  add column link_tries smallint not null default 0;
