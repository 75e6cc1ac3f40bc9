-- Whether the order of what a visit goes to was sure when it was pinned: no rule rested on what nobody had answered, or a
-- person had decided. Pins from before count as they did; those of visits that are booked are made anew with every change.
alter table appointment_coverage add column is_sure boolean not null default true;
