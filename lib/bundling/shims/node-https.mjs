// As node-http.mjs: an ES import of `node:https` would load `node:http` the expensive way.
const https = process.getBuiltinModule('node:https');
export default https;
export const { Agent, Server, createServer, get, globalAgent, request } = https;
