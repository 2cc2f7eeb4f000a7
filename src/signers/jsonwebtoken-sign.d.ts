/** The half of `jsonwebtoken` that signs: loading the other half would be time spent for nothing. */
declare module 'jsonwebtoken/sign' {
  import { sign } from 'jsonwebtoken'
  export default sign
}
