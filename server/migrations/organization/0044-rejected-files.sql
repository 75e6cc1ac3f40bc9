-- A file that the other side rejects (TA1, 999) ends the questions in it; why stands in its own codes, such as `999 R 5`.
alter table eligibility_check
  add column failure_note text,
  drop constraint eligibility_check_failure_check,
  add constraint eligibility_check_failure_check check (failure in (
    'payer-down', 'too-slow', 'not-understood', 'not-enrolled', 'incomplete', 'refused-us', 'restricted', 'file-rejected'));
