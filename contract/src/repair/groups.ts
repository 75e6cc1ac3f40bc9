import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { assignment } from '../scheduling.ts'
import { id, instant } from '../shapes.ts'
import { changed, groupPlace, messagePreview, ofGroup, repairShape, takenBack } from './shapes.ts'

export const reassignRepairGroup = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/groups/:groupSessionId/reassign',
  summary: 'Give a group to somebody else at the same time: its people keep their seats, and nobody is written to',
  access: 'appointment.move',
  audit: 'group.reassign',
  params: ofGroup,
  body: z.object({
    assignments: z.array(assignment.pick({ role: true, resourceId: true })).max(20),
    /** Of the group. */
    version: z.int(),
  }),
  reply: repairShape,
  refusals: {
    'changed-meanwhile': changed,
    'opening-taken': z.object({}),
    /** A rule says no by now. */
    'no-longer-possible': z.object({}),
  },
})

const nextPlaces = z.object({ next: z.array(groupPlace) })

export const findRepairGroupPlaces = endpoint({
  method: 'GET',
  path: '/api/repairs/:repairId/groups/:groupSessionId/elsewhere',
  summary:
    'Other times at which a group could be held with everybody who has a seat: up to three, the least moved first',
  access: 'appointment.move',
  audit: null,
  params: ofGroup,
  reply: z.object({
    /** Of the group; null where it does not wait for anybody any more. */
    version: z.int().nullable(),
    places: z.array(groupPlace),
  }),
})

export const previewRepairGroupMessages = endpoint({
  method: 'GET',
  path: '/api/repairs/:repairId/groups/:groupSessionId/messages',
  summary:
    'What everybody in a group would read if it were held at this time, word by word; the link to answer stands as dots',
  access: 'appointment.move',
  audit: 'repair.read',
  params: ofGroup,
  query: z.object({ start: instant }),
  reply: z.object({ messages: z.array(messagePreview) }),
})

export const moveRepairGroup = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/groups/:groupSessionId/move',
  summary: 'Hold a group at another time with everybody who has a seat, or move nobody; each is written to',
  access: 'appointment.move',
  audit: 'group.move',
  params: ofGroup,
  body: z.object({
    start: instant,
    assignments: z.array(assignment.pick({ role: true, resourceId: true })).max(20),
    /** Of the group. */
    version: z.int(),
  }),
  reply: repairShape,
  refusals: {
    'changed-meanwhile': changed,
    /** Somebody was faster. With the next best. */
    'opening-taken': nextPlaces,
    /** A rule says no by now; it is its own time, needs what is missing, or would tear somebody's chain of visits apart. */
    'no-longer-possible': nextPlaces,
    /** Seats whose people have another visit at that time. */
    'people-busy': nextPlaces.extend({ appointmentIds: z.array(id) }),
    /** It has begun. */
    'people-arrived': z.object({ count: z.int() }),
    'taken-back': takenBack,
  },
})
