-- What an answer says is to be paid at the visit that was asked about: { lowCents, highCents, isMet }, as `@foyer/readiness`
-- takes it, so that a board of sixty visits need not read sixty answers. Null: nothing of it.
alter table eligibility_check add column copay_said jsonb;
