import type { DayFrame, FrameResource } from './day-frame.ts'

interface Load {
  readonly booked: number
  readonly blocked: number
}

/** How much of each resource's open time is spoken for. Time of all lanes together, in milliseconds. */
export interface DayLoad {
  /** A visit, hold or group takes one lane. Epoch milliseconds. */
  book(resourceId: string, from: number, until: number): void
  /** A block closes every lane. */
  block(resourceId: string, from: number, until: number): void
  of(resourceId: string): Load
  /** How much of what is not blocked is spoken for; 0 where there is nothing. Over 100 where more is booked than fits. */
  percent(resource: FrameResource): number
}

const none: Load = { booked: 0, blocked: 0 }

export function dayLoad(frame: DayFrame): DayLoad {
  const loads = new Map<string, Load>()
  const of = (resourceId: string): Load => loads.get(resourceId) ?? none
  return {
    of,
    book: (resourceId, from, until) => {
      const resource = frame.byId.get(resourceId)
      if (!resource) return
      const { booked, blocked } = of(resourceId)
      loads.set(resourceId, { booked: booked + timeOpen(resource, from, until, false), blocked })
    },
    block: (resourceId, from, until) => {
      const resource = frame.byId.get(resourceId)
      if (!resource) return
      const { booked, blocked } = of(resourceId)
      loads.set(resourceId, { booked, blocked: blocked + timeOpen(resource, from, until, true) })
    },
    percent: ({ reply, openMs }) => {
      const { booked, blocked } = of(reply.id)
      return openMs > blocked ? Math.round((100 * booked) / (openMs - blocked)) : 0
    },
  }
}

function timeOpen({ open }: FrameResource, from: number, until: number, everyLane: boolean): number {
  let length = 0
  for (const { start, end, lanes } of open)
    length += Math.max(0, Math.min(end, until) - Math.max(start, from)) * (everyLane ? lanes : 1)
  return length
}
