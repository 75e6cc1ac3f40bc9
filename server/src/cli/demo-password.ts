/** Everybody of the demo practice signs in with it; it is shown on the sign-in page. */
export const demoPassword = 'riverside-demo-1'
