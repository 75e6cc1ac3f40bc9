-- The time between the legs of a chain, as it was booked: one entry for each leg, null where nothing was asked.
alter table chain add column gaps jsonb not null default '[]';
