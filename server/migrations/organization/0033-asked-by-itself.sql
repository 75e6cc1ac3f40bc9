-- A card that was added or changed is asked about. What of a card a question told the payer is known again by its digest
-- (SHA-256, hex), so that only a change of that asks anew; null: asked about nobody's card, or before there were digests.
alter table eligibility_check
  drop constraint eligibility_check_reason_check,
  add constraint eligibility_check_reason_check
    check (reason in ('booking', 'sweep', 'check-in', 'card', 'by-hand', 'discovery')),
  add column card_digest text;
