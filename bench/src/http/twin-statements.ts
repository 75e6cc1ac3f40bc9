// Hand-written SQL of the twin: the answer comes out of the database as one JSON value. Names are found by search_path.

const name = (p: string) =>
  `json_strip_nulls(json_build_object('given', ${p}.given, 'family', ${p}.family, 'middle', ${p}.middle,
    'preferred', ${p}.preferred, 'prefix', ${p}.prefix, 'suffix', ${p}.suffix))`

const line = (p: string) =>
  `'id', ${p}.id, 'mrn', ${p}.mrn, 'name', ${name(p)}, 'birthDate', ${p}.birth_date, 'language', ${p}.language,
   'interpreterNeeded', ${p}.interpreter_needed`

const list = (rows: string) => `(select coalesce(json_agg(row), '[]') from (${rows}) as row)`

const next = `a.status in ('booked', 'arrived', 'roomed', 'with-clinician') and a.starts_at > now() - interval '12 hours'`

const visits = (condition: string, direction: 'asc' | 'desc') =>
  list(`select a.id, a.starts_at as start, a.ends_at as end, s.time_zone as "timeZone", s.name as "siteName",
      v.name as "visitType", v.name_es as "visitTypeEs", a.status,
      (select r.name from allocation al join resource r on r.id = al.resource_id
        where al.appointment_id = a.id and al.role = 'clinician' limit 1) as "clinicianName"
    from appointment a join site s on s.id = a.site_id join visit_type v on v.id = a.visit_type_id
    where a.patient_id = p.id and ${condition} order by a.starts_at ${direction} limit 10`)

/** $1 patient */
export const patientRead = `select json_build_object(
  'patient', json_build_object(${line('p')}, 'sex', p.sex, 'pronouns', p.pronouns,
    'contactPreference', p.contact_preference, 'address', p.address, 'alerts', p.alerts, 'deceased', p.deceased,
    'version', p.version, 'contacts', ${list(`select c.system, c.value, c.use from contact_point c
      where c.patient_id = p.id order by c.rank, c.id`)}),
  'relatedPersons', ${list(`select r.id, r.name, r.relationship, r.phone, r.may_know as "mayKnow" from related_person r
    where r.patient_id = p.id order by r.name`)},
  'sharedPhoneWith', ${list(`select distinct o.id, o.given || ' ' || o.family as name from contact_point mine
    join contact_point theirs on theirs.search_value = mine.search_value join patient o on o.id = theirs.patient_id
    where mine.patient_id = p.id and mine.system = 'phone' and theirs.system = 'phone' and theirs.patient_id <> p.id
    limit 10`)},
  'coverages', ${list(`select c.id, c.payer_id as "payerId", y.name as "payerName", c.plan_name as "planName",
      c.member_id as "memberId", c.group_number as "groupNumber", c.relationship,
      c.subscriber_name as "subscriberName", c.period_start as "periodStart", c.period_end as "periodEnd",
      c.coverage_order as order, c.copay_cents as "copayCents", c.checked_at as "checkedAt", c.checked_by as "checkedBy"
    from coverage c join payer y on y.id = c.payer_id where c.patient_id = p.id order by c.coverage_order, c.id`)},
  'upcoming', ${visits(next, 'asc')},
  'past', ${visits(`a.starts_at <= now() and not (${next})`, 'desc')},
  'history', ${list(`select e.id, e.started_at as start, e.ended_at as end, e.type, e.reason, e.place as where,
      e.practitioner from encounter e where e.patient_id = p.id order by e.started_at desc limit 10`)},
  'payments', ${list(`select y.id, y.receipt_number as "receiptNumber", y.amount_cents as "amountCents", y.method,
      y.collected_at as "collectedAt", y.voided_at is not null as voided from payment y
    where y.patient_id = p.id order by y.collected_at desc limit 10`)}
) as answer from patient p where p.id = $1`

/** $1 pattern of a name's beginning */
export const patientSearch = `select p.id, p.mrn, p.given, p.middle, p.family, p.preferred, p.prefix, p.suffix,
    p.birth_date, p.language, p.interpreter_needed, p.deceased, p.address->>'city' as city,
    (select c.value from contact_point c where c.patient_id = p.id and c.system = 'phone' order by c.rank, c.id limit 1)
      as phone,
    (select a.starts_at from appointment a where a.patient_id = p.id and a.starts_at >= now() and a.status = 'booked'
      order by a.starts_at limit 1) as next_visit
  from patient p where p.search_name like $1 order by p.family, p.given limit 20`

/** $1 site, $2 date, $3 resources of the site */
export const day = `select json_build_object('siteId', d.id, 'date', $2::text, 'timeZone', d.time_zone,
  'appointments', (select coalesce(json_agg(json_build_object('id', v.id, 'patient', json_build_object(${line('p')}),
      'visitTypeId', v.visit_type_id, 'start', v.starts_at, 'end', v.ends_at, 'status', v.status, 'assignments',
      (select json_agg(json_build_object('role', a.role, 'resourceId', a.resource_id, 'start', lower(a.during),
        'end', upper(a.during))) from allocation a where a.appointment_id = v.id)) order by v.starts_at, v.id), '[]')
    from appointment v join patient p on p.id = v.patient_id
    where v.site_id = d.id and v.starts_at >= d.start - interval '10 hours' and v.starts_at < d.end
      and v.ends_at > d.start and v.status <> 'cancelled'),
  'blocks', ${list(`select a.id, a.resource_id as "resourceId", lower(a.during) as start, upper(a.during) as end, a.reason
    from allocation a where a.resource_id = any($3::uuid[]) and a.during && tstzrange(d.start, d.end)
      and a.reason is not null`)},
  'holds', ${list(`select a.id, a.resource_id as "resourceId", lower(a.during) as start, upper(a.during) as end,
      s.name as "staffName", h.expires_at as "expiresAt"
    from allocation a join hold h on h.id = a.hold_id join staff s on s.id = h.staff_id
    where a.resource_id = any($3::uuid[]) and a.during && tstzrange(d.start, d.end) and h.expires_at > now()`)}
) as answer from (select id, time_zone, $2::date::timestamp at time zone time_zone as start,
  ($2::date + 1)::timestamp at time zone time_zone as end from site where id = $1) as d`

/** $1 visit, $2 patient, $3 visit type, $4 site, $5 start, $6 end, $7 resource, $8 id of its allocation */
export const book = `with visit as (
    insert into appointment (id, patient_id, visit_type_id, site_id, starts_at, ends_at, status_since, booked_at)
    values ($1, $2, $3, $4, $5, $6, now(), now()) returning id)
  insert into allocation (id, resource_id, role, during, appointment_id)
  select $8, $7, 'clinician', tstzrange($5, $6), id from visit
  returning appointment_id as id`

/** Every resource of every site with its hours of the week; read once, as it seldom changes. */
export const resources = `select r.id, r.site_id, r.kind, r.name, r.specialty,
    (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'startMinute', h.start_minute,
      'endMinute', h.end_minute) order by h.weekday, h.start_minute), '[]')
      from resource_hours h where h.resource_id = r.id) as hours
  from resource r where r.active order by r.name`
