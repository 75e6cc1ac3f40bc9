alter table repair_item
  -- When the visit was moved or cancelled in fact; the patient was written to in the same step.
  add column applied_at timestamptz,
  -- Why it is kept or cancelled.
  add column reason text,
  drop constraint repair_item_answer_check,
  add constraint repair_item_answer_check check (answer in ('yes', 'other', 'call', 'by-phone'));
