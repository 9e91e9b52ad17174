/** The header in which a proxy before the API sends its secret, in lower case. */
export const proxySecretHeader = 'x-optledger-proxy';
