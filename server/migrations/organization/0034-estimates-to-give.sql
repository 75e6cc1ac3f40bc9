-- An estimate is due until it is given, not until it is made.
drop index estimate_due;
create index estimate_due on estimate (due_on) where state in ('wanted', 'made');
