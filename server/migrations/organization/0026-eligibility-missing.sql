-- What a question lacked that was not sent for it (`incomplete`).
alter table eligibility_check add column missing text[] not null default '{}';
-- A sweep that two began at once is one.
create unique index eligibility_sweep_open on eligibility_sweep ((true)) where ended_at is null;
