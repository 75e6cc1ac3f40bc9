/** What `foyer --help` says of the environment: every variable that config.ts reads. */
export const environmentHelp = `Environment
  PORT, HOST        where to listen (4310, 127.0.0.1)
  DATABASE_URL      a PostgreSQL of yours, 15 or newer; else one is run in FOYER_DATA
  FOYER_DATA        folder of the data (.foyer)
  FOYER_DEMO        0: an empty practice with a first set-up page
  FOYER_SECRET      key material, at least 32 characters; else a file in FOYER_DATA
  FOYER_PUBLIC_URL  how browsers reach the server; https makes cookies secure
  FOYER_SMTP_URL, FOYER_MAIL_FROM   mail server; without one messages stay in the outbox
  FOYER_PROCESSES   server processes beside each other on one port (1)
  FOYER_POOL        database connections of each process (12)
  FOYER_PAYER_SANDBOX   payer sandbox that the demo practice asks; else it starts one
  FOYER_LOG         debug, info, warn, error or silent (info)
  FOYER_SEARCHES_PER_MINUTE   patient searches of one session (300)
  FOYER_PROOF_BITS  how dear keeping a time online is for a browser: 2^bits hashes (15)`
