// `import … from 'node:http'` touches the getters WebSocket, CloseEvent and MessageEvent, which load Node's fetch
// implementation. This names everything else; a bundle that needs one of the three fails to build, not at run time.
const http = process.getBuiltinModule('node:http');
export default http;
export const {
  METHODS,
  STATUS_CODES,
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  get,
  globalAgent,
  maxHeaderSize,
  request,
  setMaxIdleHTTPParsers,
  validateHeaderName,
  validateHeaderValue,
} = http;
