import type { Reply, selfBooking } from '@foyer/contract'

export type OnlineVisit = Reply<typeof selfBooking.listSelfBookings>['visits'][number]
export type DeclineReason = (typeof selfBooking.declineReasons)[number]
