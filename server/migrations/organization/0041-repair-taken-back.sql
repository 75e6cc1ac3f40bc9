-- Whoever was missing is here after all: visits go back to the time they had.
alter table repair_item
  -- How the rules stood for that time when it was booked: what somebody set aside then is not asked again.
  add column rules_before jsonb,
  -- When the visit went back, and why it did not when somebody asked for it.
  add column back_at timestamptz,
  add column stays_because text
    check (stays_because in ('place-taken', 'visit-changed', 'patient-busy', 'rule', 'chain-gap', 'time-past'));
