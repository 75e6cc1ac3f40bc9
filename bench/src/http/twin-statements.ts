// Hand-written SQL of the twin, one statement an answer. Names are found by search_path.

const list = (rows: string) => `(select coalesce(json_agg(row), '[]') from (${rows}) as row)`

const next = `a.status in ('booked', 'arrived', 'roomed', 'with-clinician') and a.starts_at > now() - interval '12 hours'`

const visits = (condition: string, direction: 'asc' | 'desc') =>
  list(`select a.id, a.starts_at as start, a.ends_at as end, s.time_zone as "timeZone", s.name as "siteName",
      v.name as "visitType", v.name_es as "visitTypeEs", a.status,
      (select r.name from allocation al join resource r on r.id = al.resource_id
        where al.appointment_id = a.id and al.role = 'clinician' limit 1) as "clinicianName"
    from appointment a join site s on s.id = a.site_id join visit_type v on v.id = a.visit_type_id
    where a.patient_id = p.id and ${condition} order by a.starts_at ${direction} limit 10`)

const person = `p.id, p.mrn, p.given, p.middle, p.family, p.preferred, p.prefix, p.suffix, p.birth_date, p.language,
  p.interpreter_needed`

/** $1 patient */
export const patientRead = `select ${person}, p.sex, p.pronouns, p.contact_preference, p.address, p.alerts, p.deceased,
  p.version,
  ${list(`select c.system, c.value, c.use from contact_point c
    where c.patient_id = p.id order by c.rank, c.id`)} as contacts,
  ${list(`select r.id, r.name, r.relationship, r.phone,
      case when exists (select from authority h where h.related_person_id = r.id and h.kind = 'may-know'
        and h.period_end is null) then 'everything' else 'nothing' end as "mayKnow" from related_person r
    where r.patient_id = p.id order by r.name`)} as related,
  ${list(`select distinct o.id, o.given || ' ' || o.family as name from contact_point mine
    join contact_point theirs on theirs.search_value = mine.search_value join patient o on o.id = theirs.patient_id
    where mine.patient_id = p.id and mine.system = 'phone' and theirs.system = 'phone' and theirs.patient_id <> p.id
    limit 10`)} as sharers,
  ${list(`select c.id, c.payer_id as "payerId", y.name as "payerName", c.plan_name as "planName",
      c.member_id as "memberId", c.group_number as "groupNumber", c.relationship,
      c.subscriber_name as "subscriberName", c.period_start as "periodStart", c.period_end as "periodEnd",
      c.coverage_order as order, c.copay_cents as "copayCents", c.checked_at as "checkedAt", c.checked_by as "checkedBy"
    from coverage c join payer y on y.id = c.payer_id where c.patient_id = p.id
    order by c.coverage_order, c.id`)} as coverages,
  ${visits(next, 'asc')} as upcoming,
  ${visits(`a.starts_at <= now() and not (${next})`, 'desc')} as past,
  ${list(`select e.id, e.started_at as start, e.ended_at as end, e.type, e.reason, e.place as where,
      e.practitioner from encounter e where e.patient_id = p.id order by e.started_at desc limit 10`)} as history,
  ${list(`select y.id, y.receipt_number as "receiptNumber", y.amount_cents as "amountCents", y.method,
      y.collected_at as "collectedAt", y.voided_at is not null as voided from payment y
    where y.patient_id = p.id order by y.collected_at desc limit 10`)} as payments
from patient p where p.id = $1`

/** $1 pattern of a name's beginning */
export const patientSearch = `select ${person}, p.deceased, p.address->>'city' as city,
    (select c.value from contact_point c where c.patient_id = p.id and c.system = 'phone' order by c.rank, c.id limit 1)
      as phone, next.starts_at as next_visit, coalesce(next.name, (select s.name from appointment a
        join site s on s.id = a.site_id where a.patient_id = p.id and a.starts_at < now() and a.status <> 'cancelled'
        order by a.starts_at desc limit 1)) as site
  from patient p left join lateral (select a.starts_at, s.name from appointment a join site s on s.id = a.site_id
    where a.patient_id = p.id and a.starts_at >= now() and a.status = 'booked' order by a.starts_at limit 1) next on true
  where p.search_name like $1 order by p.family, p.given limit 20`

/** One row for each resource of each visit, for each block and each hold. $1 site, $2 start, $3 end, $4 its resources */
export const day = `select ${person}, v.id as visit_id, v.visit_type_id, v.starts_at, v.ends_at, v.status, v.version,
    v.approval, v.walk_in, v.chain_id, v.chain_leg, v.series_id, v.series_occurrence, v.group_session_id, v.seat,
    a.resource_id, a.role, a.lane, lower(a.during) as from, upper(a.during) as until, null as reason,
    null as staff_name, null as expires_at
  from appointment v join patient p on p.id = v.patient_id left join allocation a on a.appointment_id = v.id
  where v.site_id = $1 and v.starts_at >= $2::timestamptz - interval '10 hours' and v.starts_at < $3 and v.ends_at > $2
    and v.status <> 'cancelled'
  union all
  select coalesce(a.block_id, a.id), null, null, null, null, null, null, null, null, null, null, null, null, null, null,
    null, null, null, null, null, null, null, null, null, null,
    a.resource_id, a.role, a.lane, lower(a.during), upper(a.during), a.reason, s.name, h.expires_at
  from allocation a left join hold h on h.id = a.hold_id left join staff s on s.id = h.staff_id
  where a.resource_id = any($4::uuid[]) and a.during && tstzrange($2, $3)
    and (a.reason is not null and a.lane = 0 or h.expires_at > now())
  order by starts_at, visit_id`

/** $1 visit, $2 patient, $3 visit type, $4 site, $5 start, $6 end, $7 resource, $8 id of its allocation */
export const book = `with visit as (
    insert into appointment (id, patient_id, visit_type_id, site_id, starts_at, ends_at, status_since, booked_at)
    values ($1, $2, $3, $4, $5, $6, now(), now()) returning id)
  insert into allocation (id, resource_id, role, during, appointment_id)
  select $8, $7, 'clinician', tstzrange($5, $6), id from visit
  returning appointment_id as id`

/** Every resource of every site with its hours of the week; read once, as it seldom changes. */
export const resources = `select r.id, r.site_id, s.time_zone, r.kind, r.name, r.specialty, r.lanes,
    (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'startMinute', h.start_minute,
      'endMinute', h.end_minute, 'kind', h.kind, 'label', h.label, 'visitTypeIds', h.visit_type_ids,
      'capacity', h.capacity, 'lanes', h.lanes, 'overbook', h.overbook, 'gridMinutes', h.grid_minutes,
      'walkIn', h.walk_in) order by h.weekday, h.start_minute), '[]')
      from resource_hours h where h.resource_id = r.id) as hours
  from resource r join site s on s.id = r.site_id where r.active order by r.name`
