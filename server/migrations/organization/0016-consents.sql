alter table consent_text
  -- False: the same as the version before in other words; who signed that is not asked again.
  add column is_material boolean not null default true,
  -- Last day on which it is put before anybody; null: still.
  add column effective_to date,
  add column written_at timestamptz,
  add column written_by uuid;

-- `said`: a no that was only told, with nothing signed.
alter table consent drop constraint consent_signed_with_check;
alter table consent add check (signed_with in ('drawn', 'typed', 'paper', 'said'));
create index consent_text_used on consent (consent_text_id);

-- Something to sign from the first day, until the practice writes its own. Reading level 6.
insert into consent_text (id, kind, version, language, title, body, body_hash, scope, valid_days, effective_from, is_material)
select gen_random_uuid(), 'treatment', 1, language, title, body, sha256(convert_to(body, 'UTF8')), scope, 365, '1970-01-01', false
from (values
  ('en', 'Consent to treat', 'Examination, usual tests and treatment at this practice',
E'I ask for care at this practice. I agree to be examined, to have the usual tests, and to be treated by the people who work here.\n\nThey will tell me what they plan to do, why, and what could go wrong. I may ask questions at any time.\n\nI may say no to any test or treatment. I may take this consent back at any time by telling the front desk. That does not change what was done before.'),
  ('es', 'Consentimiento para la atención', 'Examen, pruebas comunes y tratamiento en este consultorio',
E'Pido atención en este consultorio. Acepto que me examinen, que me hagan las pruebas comunes y que me traten las personas que trabajan aquí.\n\nMe dirán lo que piensan hacer, por qué y qué podría salir mal. Puedo hacer preguntas en cualquier momento.\n\nPuedo decir que no a cualquier prueba o tratamiento. Puedo retirar este consentimiento en cualquier momento si lo digo en la recepción. Eso no cambia lo que ya se hizo.')
) as starter (language, title, scope, body);

-- What was signed before texts were kept: of version 0, whose words are not known.
insert into consent_text (id, kind, version, language, title, body, body_hash, scope, valid_days, effective_from)
select gen_random_uuid(), 'treatment', 0, language, 'Consent to treat', '', sha256(''), '', 365, '1970-01-01'
from (select distinct coalesce(consent_language, language) as language from patient where consent_signed_on is not null) as signed;

insert into consent
  (id, patient_id, consent_text_id, decision, signed_at, signed_by_name, signature, signed_with, expires_on)
select gen_random_uuid(), p.id, t.id, 'permit', (p.consent_signed_on + time '12:00') at time zone 'UTC',
  trim(p.given || ' ' || p.family), null, 'paper', p.consent_signed_on + 365
from patient as p
join consent_text as t on t.kind = 'treatment' and t.version = 0 and t.language = coalesce(p.consent_language, p.language)
where p.consent_signed_on is not null;

alter table patient drop column consent_signed_on, drop column consent_language;
