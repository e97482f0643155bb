const RESET = 'the server broke the connection off'
const SIGNER =
  'its certificate is signed by nobody this machine trusts. Name the authority with NODE_EXTRA_CA_CERTS if it is yours'

/** What codes of the operating system, of name servers and of TLS say of a connection, and what to do. */
export const FAILURES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of that name. Check the URL',
  EAI_AGAIN: 'the name server does not answer. Check the network of this machine',
  ECONNREFUSED: 'nothing listens there. Check host and port',
  ECONNRESET: RESET,
  EPIPE: RESET,
  EHOSTUNREACH: 'there is no way to that host. Check the network of this machine',
  ENETUNREACH: 'there is no way to its network. Check the network of this machine',
  ETIMEDOUT: 'the host does not answer. Check host and port',
  CERT_HAS_EXPIRED: 'its certificate has expired. Tell its provider',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet. Check the clock of this machine',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is made out to another name. Check the URL',
  DEPTH_ZERO_SELF_SIGNED_CERT: SIGNER,
  SELF_SIGNED_CERT_IN_CHAIN: SIGNER,
  UNABLE_TO_GET_ISSUER_CERT: SIGNER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: SIGNER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: SIGNER,
  ERR_SSL_WRONG_VERSION_NUMBER: 'what answers there speaks no TLS. Check port and scheme',
  EPROTO: 'the TLS handshake fails. Check port and scheme'
}
