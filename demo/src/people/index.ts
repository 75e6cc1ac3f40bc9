export { makeCast } from './cast.ts'
export { makePeople } from './make-people.ts'
export type { CastMember, DemoAddress, DemoPerson, DemoSite } from './person.ts'
